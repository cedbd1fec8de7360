/** Somebody who wrote an article: a person whose name is known to have two parts, or a name as it stands. */
export type Name =
  | { readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly literal: string };

/** Small words that begin a family name: van der Berg, de la Cruz, bin Laden. */
const PARTICLES = new Set(
  'van von der den de del della di da dos du la le las los el al bin ibn ten ter zu zum zur af av'.split(
    ' ',
  ),
);

const SUFFIX = /^(?:Jr|Sr)\.?$|^I{2,3}$|^IV$/;

/** Languages in which a family name stands first, or in which nobody can tell. */
const FAMILY_FIRST = new Set(['hu', 'ja', 'ko', 'vi', 'zh']);

/** Languages in which two family names are usual: of three words, two may be given or two family names. */
const TWO_FAMILY_NAMES = new Set(['ca', 'es', 'gl']);

/** Words that only names of offices and organisations have. */
const OFFICE =
  /\b(?:agency|agence|bureau|board|correspondents?|desk|editorial|editors?|group|institute|journal|magazine|ministry|network|news|newsroom|office|post|press|radio|reporters?|review|service|staff|team|television|times|tv|union|university|writers?)\b/iu;

/** What stands before the names of a byline, and between them, in languages whose words for it are no names. */
const WORDS: Readonly<Record<string, { by: string; and: string }>> = {
  be: { by: 'аўтар|тэкст', and: 'і|ды' },
  bg: { by: 'автор|текст', and: 'и' },
  cs: { by: 'autor|autorka|autoři|text', and: 'a' },
  da: { by: 'af', and: 'og' },
  de: { by: 'von', and: 'und' },
  en: { by: 'by', and: 'and' },
  es: { by: 'por', and: 'y|e' },
  fr: { by: 'par', and: 'et' },
  it: { by: 'di|a cura di', and: 'e|ed' },
  nl: { by: 'door', and: 'en' },
  no: { by: 'av', and: 'og' },
  pl: { by: 'autor|autorka|autorzy|tekst', and: 'i|oraz' },
  pt: { by: 'por', and: 'e' },
  ro: { by: 'de', and: 'și|şi' },
  ru: { by: 'автор|авторы|текст', and: 'и' },
  sk: { by: 'autor|autorka|text', and: 'a' },
  sv: { by: 'av|text', and: 'och' },
  uk: { by: 'автор|авторка|автори|текст', and: 'і|й|та' },
};

/**
 * The names in a byline. Only what can be split without guessing is split: two to four words of a
 * script that has capitals, none of them a word of organisations. Unless that
 * holds for every name of the line, the line stays one name, as it was printed.
 *
 * @param byline as the page states it: "By Reuters", "By Jane Doe and Jan van der Berg"
 * @param organisations every spelling of every outlet and source, in small letters
 * @param language BCP 47, of the article
 */
export function namesInByline(
  byline: string,
  organisations: ReadonlySet<string>,
  language = 'en',
): Name[] {
  const tongue = language.split('-')[0] ?? '';
  const { by, and } = WORDS[tongue] ?? { by: 'by', and: 'and' };
  const names = byline.replace(new RegExp(`^\\s*(?:${by}|by)(?:\\s*:|\\s)\\s*`, 'iu'), '').trim();
  if (names === '') return [];
  if (organisations.has(names.toLowerCase())) return [{ literal: names }];
  const parts = names
    .split(new RegExp(`\\s*(?:,?\\s+(?:and|${and})\\s+|\\s+&\\s+|;\\s*|,\\s+)\\s*`, 'u'))
    .filter((part) => part !== '')
    .reduce<string[]>((parts, part) => {
      // "King, Jr." is one name; the comma before the suffix parted it.
      const last = parts.length - 1;
      if (SUFFIX.test(part) && last >= 0) parts[last] = `${parts[last]} ${part}`;
      else parts.push(part);
      return parts;
    }, [])
    .map((part) => nameOf(part, organisations, tongue));
  const certain = parts.every(
    (name) => 'family' in name || organisations.has(name.literal.toLowerCase()),
  );
  return certain ? parts : [{ literal: names }];
}

function nameOf(text: string, organisations: ReadonlySet<string>, language: string): Name {
  const words = text.split(/\s+/);
  const suffix = SUFFIX.test(words.at(-1) ?? '') ? words.pop() : undefined;
  const isPerson =
    words.length >= 2 &&
    words.length <= (TWO_FAMILY_NAMES.has(language) ? 2 : 5) &&
    !FAMILY_FIRST.has(language) &&
    !organisations.has(text.toLowerCase()) &&
    !isOffice(text) &&
    words.every((word) => PARTICLES.has(word) || /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word)) &&
    !words.every((word) => /^\p{Lu}{2,}$/u.test(word));
  if (!isPerson) return { literal: text };
  let first = words.length - 1;
  while (first > 1 && PARTICLES.has(words[first - 1] ?? '')) first--;
  if (PARTICLES.has(words.at(-1) ?? '')) return { literal: text };
  const given = words.slice(0, first).join(' ');
  const family = words.slice(first).join(' ');
  return { family, given, ...(suffix !== undefined && { suffix }) };
}

/** Whether a name has a word that only offices and organisations have. */
export function isOffice(name: string): boolean {
  return OFFICE.test(name);
}

/** A name in the order of an index: "Doe, Jane", "King, Martin Luther Jr.". */
export function invertedName(name: Name): string {
  return 'literal' in name
    ? name.literal
    : `${name.family}, ${[name.given, name.suffix].filter(Boolean).join(' ')}`;
}

/** A name in the order of speech: "Jane Doe", "Martin Luther King Jr.". */
export function spokenName(name: Name): string {
  return 'literal' in name
    ? name.literal
    : [name.given, name.family, name.suffix].filter(Boolean).join(' ');
}
