import type { NameRecord } from '../../model/search/names/records.ts';
import { wordsOf } from '../../model/search/text/words.ts';
import type { Lists } from './numbers.ts';
import type { Rows } from './rows.ts';
import type { StemOf } from './stems.ts';
import { CAPITAL, HAS_SMALL, type WordTable } from './word-table.ts';

/** Articles in their order, with what is needed to read their words. */
export interface NumberedTexts {
  readonly rows: Rows;
  /** Row of each article. */
  readonly order: Uint32Array;
  /** Language of each article (BCP 47). */
  readonly language: (doc: number) => string;
  readonly table: WordTable;
  readonly records: readonly NameRecord[];
}

/**
 * The terms of an archive: a term is a stem with all forms that have it. A form has one stem in all
 * languages, that of the first text that asks for it: one word that is typed leads to one term.
 */
export interface Terms {
  /** Forms of each term by their numbers, in the order in which texts have them; none where only a name has it. */
  readonly forms: readonly (readonly number[])[];
  /** Term of each form; -1 where nobody asked for it. */
  readonly termOf: Int32Array;
  /** Place of each form among those of its term; -1 where no text has it. */
  readonly indexOf: Int32Array;
  /** Term of every word of every text, side by side with the words of the rows. */
  readonly ofWords: Uint32Array;
  /** In how many articles each term stands, and how often. */
  readonly docs: Uint32Array;
  readonly tokens: Uint32Array;
  readonly counts: FormCounts;
}

/** By number of the form: in how many articles it stands, how often inside of passages, and how often with a capital there. */
export interface FormCounts {
  readonly docs: Uint32Array;
  readonly inside: Uint32Array;
  readonly capital: Uint32Array;
}

/** Goes through all texts once, and numbers and counts terms and forms. */
export function numberTerms(texts: NumberedTexts, stemOf: StemOf): Terms {
  const { rows, order, table, records } = texts;
  const spelled = new Set<number>();
  for (const { form } of records.flatMap(({ spellings }) => spellings.flatMap(wordsOf))) {
    spelled.add(table.forms.number(form));
  }
  const [formOf, marks] = [table.formOf(), table.marks()];
  const size = table.forms.texts.length;
  const termOf = new Int32Array(size).fill(-1);
  const indexOf = new Int32Array(size).fill(-1);
  const docs = new Uint32Array(size);
  const tokens = new Uint32Array(size);
  const counts = {
    docs: new Uint32Array(size),
    inside: new Uint32Array(size),
    capital: new Uint32Array(size),
  };
  const lastOfTerm = new Int32Array(size).fill(-1);
  const lastOfForm = new Int32Array(size).fill(-1);
  const forms: number[][] = [];
  const stems = new Map<string, number>();
  const languages = new Set<string>();

  const ofWords = new Uint32Array(rows.words.all.length);

  const ask = (form: number, language: string): number => {
    const asked = termOf[form] ?? -1;
    if (asked >= 0) return asked;
    const stem = stemOf(form, language);
    const term = stems.get(stem) ?? forms.push([]) - 1;
    stems.set(stem, term);
    termOf[form] = term;
    return term;
  };
  for (let doc = 0; doc < order.length; doc++) {
    const row = order[doc] ?? 0;
    const language = texts.language(doc);
    if (!languages.has(language)) {
      languages.add(language);
      for (const form of spelled) ask(form, language);
    }
    let next = rows.words.starts[row] ?? 0;
    const last = rows.passages.starts[row + 1] ?? 0;
    for (let passage = rows.passages.starts[row] ?? 0; passage < last; passage++) {
      const first = next;
      const end = first + (rows.passages.all[passage] ?? 0);
      const tells = tellsNames(rows.words, marks, first, end);
      for (; next < end; next++) {
        const word = rows.words.all[next] ?? 0;
        const form = formOf[word] ?? 0;
        if (indexOf[form] === -1) {
          indexOf[form] = (forms[ask(form, language)]?.push(form) ?? 1) - 1;
        }
        const term = termOf[form] ?? 0;
        ofWords[next] = term;
        tokens[term] = (tokens[term] ?? 0) + 1;
        if (lastOfForm[form] !== doc) {
          counts.docs[form] = (counts.docs[form] ?? 0) + 1;
          lastOfForm[form] = doc;
          if (lastOfTerm[term] !== doc) {
            docs[term] = (docs[term] ?? 0) + 1;
            lastOfTerm[term] = doc;
          }
        }
        if (!tells || next === first) continue;
        counts.inside[form] = (counts.inside[form] ?? 0) + 1;
        if ((marks[word] ?? 0) & CAPITAL) counts.capital[form] = (counts.capital[form] ?? 0) + 1;
      }
    }
  }
  return { forms, termOf, indexOf, ofWords, docs, tokens, counts };
}

/** Capitals tell no names where most words stand in them, as in headlines of wires. */
function tellsNames({ all }: Lists, marks: Uint8Array, first: number, end: number): boolean {
  let small = 0;
  for (let at = first; at < end; at++) if ((marks[all[at] ?? 0] ?? 0) & HAS_SMALL) small++;
  return small * 2 > end - first;
}
