import { transliterate } from './transliterate.ts';

// What is written in several ways and heard as one, the longest first. Capitals stand for sounds:
// S as in "ship", Z as in "vision", C as in "chip", J as in "jam", c as in "tsar", h as in "Bach".
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/schtsch|shtsh|shch|szcz|chtch|stch/g, 'S'],
  [/dzh|dsch|dj|d[sz](?=[aeiouy])/g, 'J'],
  [/tsch|tch|cz/g, 'C'],
  [/sch|sh|sz/g, 'S'],
  [/zh/g, 'Z'],
  [/ch/g, 'C'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ts|tz/g, 'c'],
  [/ck|qu|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/ou|oo/g, 'u'],
  [/ee/g, 'i'],
  [/y|j/g, 'i'],
  [/i+(?=[aeou])/g, ''],
  [/i+/g, 'i'],
  [/([a-zCJSZ])\1+/g, '$1'],
];

/** Sounds of words that were asked for: a vocabulary is gone through more than once. */
const sounds = new Map<string, string>();
const readings = new Map<string, readonly string[]>();

/** A name as it sounds, roughly; the same for most ways of writing it in Latin, Cyrillic and other letters. */
export function soundOf(word: string): string {
  const known = sounds.get(word);
  if (known !== undefined) return known;
  const sound = heard(transliterate(word));
  sounds.set(word, sound);
  return sound;
}

/** All that a name may sound like: a “j” is read as in German, and as in French (“Joukov”) or English. */
export function soundsOf(word: string): readonly string[] {
  const known = readings.get(word);
  if (known !== undefined) return known;
  const latin = transliterate(word);
  const other = latin.replace(/(?<!d)j(?!$)/g, 'zh');
  const all = latin === other ? [soundOf(word)] : [soundOf(word), heard(other)];
  readings.set(word, all);
  return all;
}

function heard(latin: string): string {
  return SOUNDS.reduce((sound, [written, as]) => sound.replace(written, as), latin);
}

const GROUPS: Readonly<Record<string, string>> = {
  ...{ b: 'b', p: 'b', f: 'b', v: 'b', d: 'd', t: 'd', l: 'l', m: 'm', n: 'n', r: 'r' },
  ...{ a: 'a', e: 'a', i: 'a', o: 'a', u: 'a' },
};

/** The group of the first sound; spellings of one name nearly always share it. */
export function soundGroup(word: string): string {
  return GROUPS[soundOf(word)[0] ?? ''] ?? 'k';
}
