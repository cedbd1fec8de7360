import type { KnownWord } from '../files/vocabulary.ts';
import { editsAllowed, editsWithin } from '../names/edits.ts';
import { areSpellings, STRICT } from '../names/same-name.ts';
import { areOneFamily } from '../text/suffixes.ts';
import { isSign } from '../text/words.ts';
import type { Library } from './library.ts';

/** What a word that no article holds was read as. */
export interface Guess {
  readonly kind: 'corrected' | 'inflected' | 'sounds';
  readonly forms: readonly string[];
}

/** Letters of a name from which on its other spellings are looked for. */
const NAME = 6;

/** Other spellings of a name that the archive has itself, but no record of. */
export async function otherSpellings(form: string, library: Library): Promise<string[]> {
  if (form.length < NAME) return [];
  const near = await library.vocabulary(form);
  return best(
    near.filter(
      (word) => word.isName && word.form !== form && areSpellings(form, word.form, STRICT),
    ),
  );
}

/** Words that one is read as at most. */
const MOST = 6;

/**
 * Reads a word that no article holds: as another form of a word, by its stem or by its ending, as a slip of the pen, or as another
 * spelling of a name; whichever comes first. Names are compared by their sound, in any script.
 */
export async function guess(
  typed: string,
  form: string,
  library: Library,
): Promise<Guess | undefined> {
  if (form.length < SHORTEST || /\d/.test(form) || isSign(form)) return undefined;
  const [words, others] = await Promise.all([library.vocabulary(form), library.sameStem(typed)]);
  const found = among(form, words, library.languages);
  if (others.length > 0) {
    // What ends like another form may be another spelling of a name.
    const more = others.some(({ isName }) => isName) ? (found?.forms ?? []) : [];
    const forms = new Set([...best(others), ...more]);
    return { kind: 'inflected', forms: [...forms].slice(0, MOST) };
  }
  return found ?? among(form, await library.vocabulary(undefined), library.languages);
}

/** Letters of a word below which nothing is guessed, and of one of which only names are that sound the same. */
const SHORTEST = 3;

function among(
  form: string,
  words: readonly KnownWord[],
  languages: readonly string[],
): Guess | undefined {
  if (form.length === SHORTEST) {
    const same = words.filter((word) => word.isName && areSpellings(form, word.form, 0));
    return same.length > 0 ? { kind: 'sounds', forms: best(same) } : undefined;
  }
  const inflected = words.filter((word) => areOneFamily(form, word.form, languages));
  if (inflected.length > 0) return { kind: 'inflected', forms: best(inflected) };
  const slips = bySlips(form, words, 1);
  if (slips.length > 0) return { kind: 'corrected', forms: slips };
  const names = words.filter((word) => word.isName && areSpellings(form, word.form));
  if (names.length > 0) return { kind: 'sounds', forms: best(names) };
  const more = bySlips(form, words, 2);
  return more.length > 0 ? { kind: 'corrected', forms: more } : undefined;
}

function bySlips(form: string, words: readonly KnownWord[], most: number): string[] {
  const allowed = Math.min(most, editsAllowed(form.length + 1));
  if (allowed < most) return [];
  const near = words.filter(
    (word) => word.form.length > 3 && editsWithin(form, word.form, most) <= most,
  );
  const first = near.filter((word) => word.form[0] === form[0]);
  return best(first.length > 0 ? first : near);
}

function best(words: readonly KnownWord[]): string[] {
  return [...words]
    .sort((a, b) => b.docs - a.docs || (a.form < b.form ? -1 : 1))
    .slice(0, MOST)
    .map(({ form }) => form);
}
