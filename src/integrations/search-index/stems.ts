import { suffixStem } from '../../model/search/text/suffixes.ts';
import type { WordStems } from './word-stems.ts';
import type { WordTable } from './word-table.ts';

/** Gives the stem of a form by its number; forms with one stem are found for each other. */
export type StemOf = (form: number, language: string) => string;

/** Marks of the words that texts use, by the language (BCP 47) of the texts. */
export type UsedWords = ReadonlyMap<string, Uint8Array>;

/**
 * Stems of the forms of an archive, from those of its words. Where Pagefind has none (Ukrainian,
 * Belarusian) endings are cut by our own list.
 *
 * @throws Error when so few stems came back that Pagefind's format is no longer the one known here
 */
export function stemsOf(used: UsedWords, table: WordTable, known: WordStems): StemOf {
  const formOf = table.formOf();
  const best = new Map<string, Uint32Array>();
  let [found, all] = [0, 0];
  for (const [language, marks] of used) {
    const ofForms = bestWords(marks, formOf, { language, table, known });
    best.set(language, ofForms);
    const forms = new Uint8Array(table.forms.texts.length);
    for (let word = 0; word < marks.length; word++) if (marks[word]) forms[formOf[word] ?? 0] = 1;
    for (let form = 0; form < forms.length; form++) {
      all += forms[form] ?? 0;
      if (ofForms[form]) found++;
    }
  }
  assertReadable(all === 0 ? 1 : found / all);
  return (form, language) => {
    const text = table.forms.texts[form] ?? '';
    const cut = suffixStem(text, language);
    if (cut !== undefined) return cut;
    const word = best.get(language)?.[form] ?? 0;
    return word === 0 ? text : known.stem(word - 1, language);
  };
}

/** Forms of an archive that must come back from Pagefind. */
const LEAST_KNOWN = 0.5;

function assertReadable(known: number): void {
  if (known >= LEAST_KNOWN) return;
  throw new Error(
    `Only ${(known * 100).toFixed(1)} % of the archive’s words came back from Pagefind with a stem, so its format is not the one known here. Nothing was published. Install the version of Pagefind that package.json pins.`,
  );
}

/**
 * One form can be printed in several ways, with accents and without: the stem most like it is its own.
 *
 * @returns for each form the number of that word and one; 0 where none has a stem
 */
function bestWords(
  marks: Uint8Array,
  formOf: Uint32Array,
  { language, table, known }: { language: string; table: WordTable; known: WordStems },
): Uint32Array {
  const best = new Uint32Array(table.forms.texts.length);
  const shared = known.shared(language);
  const plain = (word: number) => table.plains[word] ?? '';
  for (let word = 0; word < marks.length; word++) {
    const letters = shared[word] ?? 0;
    if (marks[word] === 0 || letters === 0) continue;
    const form = formOf[word] ?? 0;
    const other = (best[form] ?? 0) - 1;
    const others = other < 0 ? -1 : (shared[other] ?? 0);
    if (letters > others || (letters === others && plain(word) < plain(other))) {
      best[form] = word + 1;
    }
  }
  return best;
}
