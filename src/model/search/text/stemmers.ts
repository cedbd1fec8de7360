import { suffixStem } from './suffixes.ts';
import { formOf } from './words.ts';

/** The stem of a word in small letters with its accents, folded: words with one stem are forms of one word. */
export type Stemmer = (plain: string) => string;

type Load = () => Promise<(word: string) => string>;

/**
 * Snowball's stemmers, a module a language, loaded when its language is asked for. Of `@orama/stemmers` English is left out, which is
 * Porter's older one, Bulgarian, which throws, and Ukrainian, which gives one word two stems by turns (decision 82).
 */
const LOAD: Readonly<Record<string, Load>> = {
  ar: async () => (await import('@orama/stemmers/arabic')).stemmer,
  da: async () => (await import('@orama/stemmers/danish')).stemmer,
  de: async () => (await import('@orama/stemmers/german')).stemmer,
  el: async () => (await import('@orama/stemmers/greek')).stemmer,
  en: async () => (await import('@orama/stemmers/english')).stemmer,
  es: async () => (await import('@orama/stemmers/spanish')).stemmer,
  fi: async () => (await import('@orama/stemmers/finnish')).stemmer,
  fr: async () => (await import('@orama/stemmers/french')).stemmer,
  ga: async () => (await import('@orama/stemmers/irish')).stemmer,
  hi: async () => (await import('@orama/stemmers/indian')).stemmer,
  hu: async () => (await import('@orama/stemmers/hungarian')).stemmer,
  hy: async () => (await import('@orama/stemmers/armenian')).stemmer,
  id: async () => (await import('@orama/stemmers/indonesian')).stemmer,
  it: async () => (await import('@orama/stemmers/italian')).stemmer,
  lt: async () => (await import('@orama/stemmers/lithuanian')).stemmer,
  nb: async () => (await import('@orama/stemmers/norwegian')).stemmer,
  ne: async () => (await import('@orama/stemmers/nepali')).stemmer,
  nl: async () => (await import('@orama/stemmers/dutch')).stemmer,
  nn: async () => (await import('@orama/stemmers/norwegian')).stemmer,
  no: async () => (await import('@orama/stemmers/norwegian')).stemmer,
  pt: async () => (await import('@orama/stemmers/portuguese')).stemmer,
  ro: async () => (await import('@orama/stemmers/romanian')).stemmer,
  ru: async () => (await import('@orama/stemmers/russian')).stemmer,
  sr: async () => (await import('@orama/stemmers/serbian')).stemmer,
  sv: async () => (await import('@orama/stemmers/swedish')).stemmer,
  ta: async () => (await import('@orama/stemmers/tamil')).stemmer,
  tr: async () => (await import('@orama/stemmers/turkish')).stemmer,
};

/** Letters of the longest word that is cut: no language has longer ones, and stemmers go through a word many times. */
const LONGEST = 64;

/**
 * The stemmer of a language (BCP 47), the same when the index is made and when it is searched. What no stemmer knows, a language or a word,
 * is its own stem: no word fails.
 */
export async function stemmerFor(language: string): Promise<Stemmer> {
  const code = language.toLowerCase().split('-')[0] ?? '';
  const load = Object.hasOwn(LOAD, code) ? LOAD[code] : undefined;
  if (load === undefined) return (plain) => suffixStem(formOf(plain), code) ?? formOf(plain);
  const stem = await load();
  return (plain) => {
    if (plain.length > LONGEST) return formOf(plain);
    try {
      return formOf(stem(plain)) || formOf(plain);
    } catch {
      return formOf(plain);
    }
  };
}
