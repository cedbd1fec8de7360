import { isInitials, type NameRecord } from '../../model/search/names/records.ts';
import { untied, wordsOf } from '../../model/search/text/words.ts';
import type { Terms } from './number-terms.ts';
import type { WordTable } from './word-table.ts';

/** A spelling of a record as the terms of its words. */
interface Pattern {
  readonly record: number;
  /** As the record has it. */
  readonly spelling: string;
  readonly terms: readonly number[];
  /** Its own forms. */
  readonly forms: readonly number[];
  /** Set where the letters must stand in the case they are written in. */
  readonly isInitials: boolean;
}

/** A name found in a text: whose it is, which of its spellings, and the first of its words. */
export interface NameMention {
  readonly pattern: Pattern;
  readonly word: number;
}

/** A passage, as a stretch of all words of an archive, and as it was printed, for where they don't tell. */
export interface Passage {
  readonly first: number;
  readonly end: number;
  readonly text: () => string;
}

/** Finds every spelling of every record. Of spellings that overlap the longest wins, as on the pages. */
export class NameFinder {
  readonly #raws: readonly string[];
  /** All words of the archive, and the term of each word of the table. */
  readonly #words: Uint32Array;
  readonly #termOf: Uint32Array;
  readonly #byFirst = new Map<number, Pattern[]>();
  /** Words with which a name begins. */
  readonly #begins: Uint8Array;

  /** @param words of all texts, one behind the other */
  constructor(
    records: readonly NameRecord[],
    table: WordTable,
    { termOf, ofWord }: Terms,
    words: Uint32Array,
  ) {
    this.#raws = table.raws.texts;
    this.#words = words;
    this.#termOf = ofWord;
    for (const pattern of records.flatMap((record, at) => patternsOf(record, at, table, termOf))) {
      const [first] = pattern.terms;
      if (first === undefined) continue;
      const list = this.#byFirst.get(first);
      if (list) list.push(pattern);
      else this.#byFirst.set(first, [pattern]);
    }
    for (const list of this.#byFirst.values()) {
      list.sort((a, b) => b.terms.length - a.terms.length);
    }
    this.#begins = Uint8Array.from(ofWord, (term) => (this.#byFirst.has(term) ? 1 : 0));
  }

  find(passage: Passage): NameMention[] {
    const found: NameMention[] = [];
    const { first, end } = passage;
    for (let at = first; at < end; at++) {
      const word = this.#words[at] ?? 0;
      if (this.#begins[word] === 0) continue;
      const before = found.length;
      let length = 0;
      // The longest come first.
      for (const pattern of this.#byFirst.get(this.#termOf[word] ?? 0) ?? []) {
        if (pattern.terms.length < length) break;
        if (!this.#standsAt(pattern, at, passage)) continue;
        length = pattern.terms.length;
        if (!hasRecord(found, before, pattern.record)) found.push({ pattern, word: at });
      }
      if (length > 0) at += length - 1;
    }
    return found;
  }

  #standsAt(pattern: Pattern, at: number, { first, end, text }: Passage): boolean {
    if (!this.#hasTermsAt(pattern, at, end)) return false;
    if (!pattern.isInitials) return true;
    const printed =
      pattern.terms.length === 1
        ? untied(this.#raws[this.#words[at] ?? 0] ?? '')
        : between(text(), at - first, pattern.terms.length);
    return printed.replaceAll('.', '') === pattern.spelling.replaceAll('.', '');
  }

  #hasTermsAt({ terms }: Pattern, at: number, end: number): boolean {
    if (at + terms.length > end) return false;
    for (let step = 0; step < terms.length; step++) {
      if (this.#termOf[this.#words[at + step] ?? 0] !== terms[step]) return false;
    }
    return true;
  }
}

function patternsOf(
  { spellings }: NameRecord,
  record: number,
  table: WordTable,
  termOf: Int32Array,
): Pattern[] {
  return spellings.map((spelling) => {
    const forms = wordsOf(spelling).map(({ form }) => table.forms.number(form));
    const terms = forms.map((form) => termOf[form] ?? -1);
    return { record, spelling, terms, forms, isInitials: isInitials(spelling) };
  });
}

/** Whether a record is among what was found from a place on. */
function hasRecord(found: readonly NameMention[], from: number, record: number): boolean {
  for (let at = from; at < found.length; at++)
    if (found[at]?.pattern.record === record) return true;
  return false;
}

/** Some words of a passage with what stands between them. */
function between(passage: string, first: number, count: number): string {
  const words = wordsOf(passage);
  return passage.slice(words[first]?.start, words[first + count - 1]?.end);
}
