import { IN_LEAD, IN_TITLE, MASK_BITS } from '../../model/search/files/terms.ts';
import { type NameRecord, recordForm } from '../../model/search/names/records.ts';
import { NameGatherer, type PlacedTerm } from './gather.ts';
import { nameFinder } from './mentions.ts';
import { type Occurrences, placedTerms } from './sort-occurrences.ts';
import type { StemOf } from './stems.ts';
import { TermNumbers } from './term-numbers.ts';
import type { ReadText } from './texts.ts';
import type { PrintedWord, WordTable } from './word-table.ts';

/** Words at the beginning of a text that count as its lead. */
const LEAD = 40;

/** Empty places between passages, so that no phrase is found across them. */
const GAP = 4;

/** What is indexed of an article. */
export interface IndexedText {
  readonly read: ReadText;
  /** Title and passages, for the few questions that the words alone don't answer. */
  readonly passages: () => readonly string[];
  readonly language: string;
  /** Numbers of the records it is catalogued under. */
  readonly records: readonly number[];
}

/** How often a form begins with a capital inside of passages, how often it stands there, and in how many articles. */
export interface FormCounts {
  readonly form: string;
  capital: number;
  all: number;
  docs: number;
  last: number;
}

/** What the words of an archive come to. */
export interface WordIndex {
  readonly terms: readonly PlacedTerm[];
  /** Words in each article. */
  readonly lengths: Uint32Array;
  readonly forms: ReadonlyMap<string, FormCounts>;
}

/** Indexes articles in the order of their numbers. */
export function indexWords(
  texts: readonly IndexedText[],
  table: WordTable,
  records: readonly NameRecord[],
  stemOf: StemOf,
): WordIndex {
  const names = records.map((r) => new NameGatherer([recordForm(r), ...r.spellings]));
  const finders = new Map<string, ReturnType<typeof nameFinder>>();
  const numbers = new TermNumbers(table, stemOf);
  const lengths = new Uint32Array(texts.length);
  const all = texts.reduce((sum, { read }) => sum + read.words.length, 0);
  const words: Occurrences = {
    term: new Uint32Array(all),
    doc: new Uint32Array(all),
    place: new Uint32Array(all),
    field: new Uint8Array(all),
    form: new Uint8Array(all),
  };
  let next = 0;

  for (const [doc, { read, passages, language, records: listed }] of texts.entries()) {
    const find =
      finders.get(language) ?? nameFinder(records, (form) => numbers.ofForm(form, language));
    finders.set(language, find);
    let [place, first] = [0, 0];
    for (const [passage, length] of read.lengths.entries()) {
      const found = read.words.subarray(first, first + length);
      const fieldAt = (at: number) => (passage === 0 ? IN_TITLE : at < LEAD ? IN_LEAD : 0);
      const terms = words.term.subarray(next, next + length);
      for (let at = 0; at < length; at++) {
        const word = found[at] ?? 0;
        terms[at] = numbers.ofWord(word, language);
        words.doc[next] = doc;
        words.place[next] = place + at;
        words.field[next] = fieldAt(place + at);
        words.form[next++] = Math.min(numbers.formOf(word), MASK_BITS - 1);
        numbers.count(word, doc, at > 0);
      }
      const printed = (at: number) => (table.words[found[at] ?? 0] as PrintedWord).raw;
      for (const mention of find(terms, { printed, passage: () => passages()[passage] ?? '' })) {
        const at = place + mention.word;
        const packed = at * 4 + Math.min(mention.length, 4) - 1;
        const field = fieldAt(at);
        names[mention.record]?.add(mention.spelling + 1, { doc, place: packed, field });
      }
      lengths[doc] = (lengths[doc] ?? 0) + length;
      place += length + GAP;
      first += length;
    }
    for (const record of listed) names[record]?.list(doc);
  }
  return {
    terms: [
      ...names.map((gatherer) => gatherer.finish()),
      ...placedTerms(words, numbers.forms),
    ].filter(({ term }) => term.docs.length > 0),
    lengths,
    forms: numbers.counts(),
  };
}
