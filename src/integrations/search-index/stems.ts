import { fold } from '../../model/search/text/fold.ts';
import { suffixStem } from '../../model/search/text/suffixes.ts';
import { memoOf } from '../../record/memos.ts';
import { learnStems } from './learn-stems.ts';
import type { PrintedWord } from './word-table.ts';

/** Gives the stem of a form in a language; forms with one stem are found for each other. */
export type StemOf = (form: string, language: string) => string;

/** The words that texts use, by the language (BCP 47) of the texts. */
export type UsedWords = ReadonlyMap<string, readonly PrintedWord[]>;

/**
 * Takes the stems of words from Pagefind, whose stemmers know some thirty languages; those of earlier
 * builds are remembered. Where it has none (Ukrainian, Belarusian) endings are cut by our own list.
 *
 * @throws Error when so few stems came back that Pagefind's format is no longer the one known here
 */
export async function stemsOf(used: UsedWords): Promise<StemOf> {
  const memo = memoOf('stems');
  const plains = new Map(
    [...used].map(([language, words]) => [
      language,
      [...new Set(words.map((w) => w.plain))].sort(),
    ]),
  );
  const before = (language: string) =>
    memo.before.get(language)?.value as ReadonlyMap<string, string> | undefined;
  const learned = await learnStems(
    new Map(
      [...plains].map(([language, words]) => {
        const known = before(language);
        return [language, known === undefined ? words : words.filter((w) => !known.has(w))];
      }),
    ),
  );
  let [found, all] = [0, 0];
  const stems = new Map<string, Map<string, string>>();
  for (const [language, words] of used) {
    const known = new Map([...(before(language) ?? []), ...(learned.get(language) ?? [])]);
    memo.get(language, String(known.size), () => known);
    const ofForms = stemsOfForms(words, known);
    all += new Set(words.map(({ form }) => form)).size;
    found += ofForms.size;
    stems.set(language, ofForms);
  }
  assertReadable(all === 0 ? 1 : found / all);
  return (form, language) => suffixStem(form, language) ?? stems.get(language)?.get(form) ?? form;
}

/** Forms of an archive that must come back from Pagefind. */
const LEAST_KNOWN = 0.5;

function assertReadable(known: number): void {
  if (known >= LEAST_KNOWN) return;
  throw new Error(
    `Only ${(known * 100).toFixed(1)} % of the archive’s words came back from Pagefind with a stem, so its format is not the one known here. Nothing was published. Install the version of Pagefind that package.json pins.`,
  );
}

/** One form can be printed in several ways, with accents and without: the stem most like it is its own. */
function stemsOfForms(
  words: readonly PrintedWord[],
  known: ReadonlyMap<string, string>,
): Map<string, string> {
  const best = new Map<string, { stem: string; shared: number; plain: string }>();
  for (const { form, plain } of words) {
    const stem = fold(known.get(plain) ?? '');
    const shared = likeness(form, stem);
    const other = best.get(form);
    if (shared === undefined) continue;
    if (
      other === undefined ||
      shared > other.shared ||
      (shared === other.shared && plain < other.plain)
    ) {
      best.set(form, { stem, shared, plain });
    }
  }
  return new Map([...best].map(([form, { stem }]) => [form, stem]));
}

/** Letters that a stem shares with the beginning of its form; undefined where it can't be its stem. */
function likeness(form: string, stem: string): number | undefined {
  if (!/^[\p{L}\p{N}]+$/u.test(stem) || stem.length > form.length + 2) return undefined;
  let shared = 0;
  while (shared < stem.length && stem[shared] === form[shared]) shared++;
  return shared < stem.length - 1 || shared < Math.min(3, form.length) ? undefined : shared;
}
