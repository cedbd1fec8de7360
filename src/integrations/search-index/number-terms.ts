import type { NameRecord } from '../../model/search/names/records.ts';
import { wordsOf } from '../../model/search/text/words.ts';
import type { Lists } from './numbers.ts';
import type { Rows } from './rows.ts';
import type { StemOf, UsedWords } from './stems.ts';
import { CAPITAL, HAS_SMALL, TIED } from './word-table.ts';

/** Articles and the names that may stand in them. */
export interface NumberedTexts {
  readonly rows: Rows;
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
  /** Term of each word of the table. */
  readonly ofWord: Uint32Array;
  /** In how many articles each term stands, and how often. */
  readonly docs: Uint32Array;
  readonly tokens: Uint32Array;
  readonly counts: FormCounts;
  /** By number of the form: 1 where a text has it as a word of its own, and not as tied words together alone. */
  readonly isOwn: Uint8Array;
  /** Stem of each term. */
  readonly stems: readonly string[];
}

/** By number of the form: in how many articles it stands, how often inside of passages, and how often with a capital there. */
export interface FormCounts {
  readonly docs: Uint32Array;
  readonly inside: Uint32Array;
  readonly capital: Uint32Array;
}

/** What is counted of a word, side by side: processors fetch neighbours together. */
const [TOKENS, INSIDE, LAST, COUNTED] = [0, 1, 2, 3];

/** Goes through all texts once, and numbers and counts terms and forms. */
export function numberTerms(texts: NumberedTexts, stemOf: StemOf): Terms {
  const { rows } = texts;
  const { table } = rows;
  const spelled = spelledForms(texts);
  const [formOf, marks] = [table.formOf(), table.marks()];
  const size = table.forms.texts.length;
  const termOf = new Int32Array(size).fill(-1);
  const indexOf = new Int32Array(size).fill(-1);
  const docs = new Uint32Array(size);
  const docsOfForms = new Uint32Array(size);
  const isOwn = new Uint8Array(size);
  // Numbers of articles begin at one here: none has been met.
  const [lastOfTerm, lastOfForm] = [new Uint32Array(size), new Uint32Array(size)];
  const words = new Uint32Array(formOf.length * COUNTED);
  const forms: number[][] = [];
  const termOfStem = new Map<string, number>();
  const languages = new Set<string>();

  const ask = (form: number, language: string): number => {
    const asked = termOf[form] ?? -1;
    if (asked >= 0) return asked;
    const stem = stemOf(form, language);
    const term = termOfStem.get(stem) ?? forms.push([]) - 1;
    termOfStem.set(stem, term);
    termOf[form] = term;
    return term;
  };
  const meet = (form: number, doc: number, language: string): void => {
    if (indexOf[form] === -1) {
      indexOf[form] = (forms[ask(form, language)]?.push(form) ?? 1) - 1;
    }
    if (lastOfForm[form] === doc) return;
    lastOfForm[form] = doc;
    docsOfForms[form] = (docsOfForms[form] ?? 0) + 1;
    const term = termOf[form] ?? 0;
    if (lastOfTerm[term] === doc) return;
    lastOfTerm[term] = doc;
    docs[term] = (docs[term] ?? 0) + 1;
  };
  const count = (word: number, doc: number, isInside: boolean, language: string): void => {
    const at = word * COUNTED;
    words[at + TOKENS] = (words[at + TOKENS] ?? 0) + 1;
    if (isInside) words[at + INSIDE] = (words[at + INSIDE] ?? 0) + 1;
    if (words[at + LAST] === doc + 1) return;
    words[at + LAST] = doc + 1;
    meet(formOf[word] ?? 0, doc + 1, language);
  };
  for (const [doc, language] of rows.languages.entries()) {
    if (!languages.has(language)) {
      languages.add(language);
      for (const form of spelled) ask(form, language);
    }
    let next = rows.words.starts[doc] ?? 0;
    const last = rows.passages.starts[doc + 1] ?? 0;
    for (let passage = rows.passages.starts[doc] ?? 0; passage < last; passage++) {
      const first = next;
      const end = first + (rows.passages.all[passage] ?? 0);
      const tells = tellsNames(rows.words, marks, first, end);
      for (; next < end; next++) {
        const word = rows.words.all[next] ?? 0;
        count(word, doc, tells && next > first, language);
        isOwn[formOf[word] ?? 0] = 1;
        const whole = wholeAt(rows, marks, next, first);
        if (whole !== undefined) count(whole, doc, tells && next > first, language);
      }
    }
  }
  const counted = sumUp(words, { formOf, marks, termOf });
  return {
    forms,
    termOf,
    indexOf,
    docs,
    ...counted,
    isOwn,
    stems: [...termOfStem.keys()],
    counts: { ...counted.counts, docs: docsOfForms },
  };
}

/** The word that words tied by hyphens are together, at the place of the first of them. */
export function wholeAt(
  { words: { all }, table }: Rows,
  marks: Uint8Array,
  at: number,
  first: number,
): number | undefined {
  if (((marks[all[at] ?? 0] ?? 0) & TIED) === 0) return undefined;
  if (at > first && (marks[all[at - 1] ?? 0] ?? 0) & TIED) return undefined;
  return table.together(all, at, marks);
}

/** The words that texts of each language use. */
export function usedWords(rows: Rows): UsedWords {
  const used = new Map<string, Uint8Array>();
  const ofWords = rows.table.marks();
  for (const [doc, language] of rows.languages.entries()) {
    const marks = used.get(language) ?? new Uint8Array(ofWords.length);
    used.set(language, marks);
    const [first = 0, end = 0] = [rows.words.starts[doc], rows.words.starts[doc + 1]];
    for (let at = first; at < end; at++) {
      marks[rows.words.all[at] ?? 0] = 1;
      const whole = wholeAt(rows, ofWords, at, first);
      if (whole !== undefined) marks[whole] = 1;
    }
  }
  return used;
}

/** From counts of words to those of forms and terms. */
function sumUp(
  words: Uint32Array,
  { formOf, marks, termOf }: { formOf: Uint32Array; marks: Uint8Array; termOf: Int32Array },
) {
  const [inside, capital] = [new Uint32Array(termOf.length), new Uint32Array(termOf.length)];
  const tokens = new Uint32Array(termOf.length);
  const ofWord = new Uint32Array(formOf.length);
  for (let word = 0; word < formOf.length; word++) {
    const count = words[word * COUNTED + TOKENS] ?? 0;
    if (count === 0) continue;
    const form = formOf[word] ?? 0;
    const term = termOf[form] ?? 0;
    const within = words[word * COUNTED + INSIDE] ?? 0;
    ofWord[word] = term;
    tokens[term] = (tokens[term] ?? 0) + count;
    inside[form] = (inside[form] ?? 0) + within;
    if ((marks[word] ?? 0) & CAPITAL) capital[form] = (capital[form] ?? 0) + within;
  }
  return { tokens, ofWord, counts: { inside, capital } };
}

/** Forms of which spellings of records are made. */
function spelledForms({ records, rows: { table } }: NumberedTexts): Set<number> {
  const words = records.flatMap(({ spellings }) => spellings.flatMap(wordsOf));
  return new Set(words.map(({ form }) => table.forms.number(form)));
}

/** Capitals tell no names where most words stand in them, as in headlines of wires. */
function tellsNames({ all }: Lists, marks: Uint8Array, first: number, end: number): boolean {
  let small = 0;
  for (let at = first; at < end; at++) if ((marks[all[at] ?? 0] ?? 0) & HAS_SMALL) small++;
  return small * 2 > end - first;
}
