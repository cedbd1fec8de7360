import { isInitials, type NameRecord } from '../../model/search/names/records.ts';
import { wordsOf } from '../../model/search/text/words.ts';
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

/** All words of an archive, and their terms side by side. */
export interface AllWords {
  readonly words: Uint32Array;
  readonly terms: Uint32Array;
}

/** Finds every spelling of every record. Of spellings that overlap the longest wins, as on the pages. */
export class NameFinder {
  readonly #raws: readonly string[];
  readonly #all: AllWords;
  readonly #byFirst = new Map<number, Pattern[]>();
  /** Terms with which a name begins, and with which one whose letters must be seen. */
  readonly #begins: Uint8Array;
  readonly #asks: Uint8Array;
  /** Whether a name can only be told by what stands between its words. */
  readonly asksForTexts: boolean;

  constructor(
    records: readonly NameRecord[],
    table: WordTable,
    { termOf, forms }: Terms,
    all: AllWords,
  ) {
    this.#raws = table.raws.texts;
    this.#all = all;
    this.#begins = new Uint8Array(forms.length);
    this.#asks = new Uint8Array(forms.length);
    for (const pattern of records.flatMap((record, at) => patternsOf(record, at, table, termOf))) {
      const [first] = pattern.terms;
      if (first === undefined) continue;
      const list = this.#byFirst.get(first);
      if (list) list.push(pattern);
      else this.#byFirst.set(first, [pattern]);
      this.#begins[first] = 1;
      if (asksForText(pattern)) this.#asks[first] = 1;
    }
    for (const list of this.#byFirst.values()) {
      list.sort((a, b) => b.terms.length - a.terms.length);
    }
    this.asksForTexts = this.#asks.includes(1);
  }

  find(passage: Passage): NameMention[] {
    const found: NameMention[] = [];
    const { terms } = this.#all;
    const { end } = passage;
    for (let at = passage.first; at < end; at++) {
      const first = terms[at] ?? 0;
      if (this.#begins[first] === 0) continue;
      const here = this.#byFirst.get(first)?.filter((one) => this.#standsAt(one, at, passage));
      const length = here?.[0]?.terms.length;
      if (here === undefined || length === undefined) continue;
      const seen = new Set<number>();
      for (const pattern of here) {
        if (pattern.terms.length !== length || seen.has(pattern.record)) continue;
        seen.add(pattern.record);
        found.push({ pattern, word: at });
      }
      at += length - 1;
    }
    return found;
  }

  /** Whether a passage must be seen as it was printed. */
  asksFor({ first: from, end }: Pick<Passage, 'first' | 'end'>): boolean {
    const { terms } = this.#all;
    for (let at = from; at < end; at++) {
      const first = terms[at] ?? 0;
      if (this.#asks[first] === 0) continue;
      const list = this.#byFirst.get(first) ?? [];
      if (list.some((one) => asksForText(one) && hasTermsAt(one, at, end, terms))) return true;
    }
    return false;
  }

  #standsAt(pattern: Pattern, at: number, { first, end, text }: Passage): boolean {
    const { words, terms } = this.#all;
    if (!hasTermsAt(pattern, at, end, terms)) return false;
    if (!pattern.isInitials) return true;
    const printed =
      pattern.terms.length === 1
        ? (this.#raws[words[at] ?? 0] ?? '')
        : between(text(), at - first, pattern.terms.length);
    return printed.replaceAll('.', '') === pattern.spelling.replaceAll('.', '');
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

function asksForText({ isInitials, terms }: Pattern): boolean {
  return isInitials && terms.length > 1;
}

function hasTermsAt(
  { terms: wanted }: Pattern,
  at: number,
  end: number,
  terms: Uint32Array,
): boolean {
  if (at + wanted.length > end) return false;
  for (let step = 0; step < wanted.length; step++) {
    if (terms[at + step] !== wanted[step]) return false;
  }
  return true;
}

/** Some words of a passage with what stands between them. */
function between(passage: string, first: number, count: number): string {
  const words = wordsOf(passage);
  return passage.slice(words[first]?.start, words[first + count - 1]?.end);
}
