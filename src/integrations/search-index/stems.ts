import { stemmerFor } from '../../model/search/text/stemmers.ts';
import type { WordTable } from './word-table.ts';

/** Gives the stem of a form by its number; forms with one stem are found for each other. */
export type StemOf = (form: number, language: string) => string;

/** Marks of the words that texts use, by the language (BCP 47) of the texts. */
export type UsedWords = ReadonlyMap<string, Uint8Array>;

/** Stems of the forms of an archive. A form that no text of a language has is its own stem there. */
export async function stemsOf(used: UsedWords, table: WordTable): Promise<StemOf> {
  const formOf = table.formOf();
  const cuts = new Map<string, (form: number) => string>();
  for (const [language, marks] of used) {
    const stemmer = await stemmerFor(language);
    const words = decidingWords(marks, formOf, table);
    cuts.set(language, (form) => {
      const word = words[form] ?? 0;
      return word === 0 ? '' : stemmer(table.plains[word - 1] ?? '');
    });
  }
  return (form, language) => cuts.get(language)?.(form) || (table.forms.texts[form] ?? '');
}

/**
 * One form can be printed in several ways: one with accents, as stemmers want it, comes after those
 * without in the order of letters, and decides.
 *
 * @returns for each form the number of that word and one; 0 where no text has it
 */
function decidingWords(
  marks: Uint8Array,
  formOf: Uint32Array,
  { plains, forms }: WordTable,
): Uint32Array {
  const deciding = new Uint32Array(forms.texts.length);
  for (let word = 0; word < marks.length; word++) {
    if (marks[word] === 0) continue;
    const form = formOf[word] ?? 0;
    const other = deciding[form] ?? 0;
    if (other === 0 || (plains[word] ?? '') > (plains[other - 1] ?? '')) deciding[form] = word + 1;
  }
  return deciding;
}
