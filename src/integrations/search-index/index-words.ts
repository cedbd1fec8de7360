import { formBit, IN_LEAD, IN_TITLE } from '../../model/search/files/terms.ts';
import { recordForm } from '../../model/search/names/records.ts';
import { untied } from '../../model/search/text/words.ts';
import { NameGatherer, type PlacedTerm } from './gather.ts';
import { NameFinder, type NameMention } from './mentions.ts';
import { type FormCounts, type NumberedTexts, type Terms, wholeAt } from './number-terms.ts';
import type { Numbered } from './numbered.ts';
import { listAt } from './numbers.ts';
import { Postings } from './postings.ts';
import { printedTexts } from './rows.ts';
import type { WordTable } from './word-table.ts';

/** Words at the beginning of a text that count as its lead. */
const LEAD = 40;

/** Empty places between passages, so that no phrase is found across them. */
const GAP = 4;

/** What the words of an archive come to. */
export interface WordIndex {
  /** Terms of records and of words, each in the order of what they are filed under. */
  readonly names: readonly PlacedTerm[];
  readonly words: readonly PlacedTerm[];
  /** Of the words. */
  readonly postings: Postings;
  /** Words in each article. */
  readonly lengths: Uint32Array;
  readonly forms: FormsInTexts;
}

/** The forms that texts have. */
export interface FormsInTexts {
  readonly texts: readonly string[];
  /** Numbers of those that stand in a text, in the order of the alphabet. */
  readonly sorted: Uint32Array;
  readonly counts: FormCounts;
  /** By number of the form: 1 where a text has it as a word of its own, and not as tied words together alone. */
  readonly isOwn: Uint8Array;
  readonly stemOf: (form: number) => string;
}

/** Indexes articles in the order of their numbers. */
export class WordIndexer {
  readonly #texts: NumberedTexts;
  readonly #terms: Terms;
  readonly #finder: NameFinder;
  readonly #formOf: Uint32Array;
  readonly #sorted: Uint32Array;
  /** Terms in the order in which they are filed. */
  readonly #filing: Uint32Array;
  /** Of each word the place of its term in it, and the bit of its form where there are others. */
  readonly #filed: Uint32Array;
  readonly #bits: Uint32Array;
  readonly #marks: Uint8Array;

  constructor(texts: NumberedTexts, terms: Terms) {
    const {
      records,
      rows: { table, words },
    } = texts;
    this.#texts = texts;
    this.#terms = terms;
    this.#finder = new NameFinder(records, table, terms, words.all);
    this.#formOf = table.formOf();
    this.#marks = table.marks();
    this.#sorted = sortedForms(table.forms, terms);
    this.#filing = Uint32Array.from(
      new Set(Array.from(this.#sorted, (form) => terms.termOf[form] ?? 0)),
    );
    const filed = new Uint32Array(terms.forms.length);
    for (const [at, term] of this.#filing.entries()) filed[term] = at;
    this.#filed = terms.ofWord.map((term) => filed[term] ?? 0);
    this.#bits = terms.ofWord.map((term, word) =>
      terms.forms[term]?.length === 1 ? 0 : formBit(terms.indexOf[this.#formOf[word] ?? 0] ?? 0),
    );
  }

  /** @param recordsOf numbers of the records that an article is catalogued under */
  index(recordsOf: (doc: number) => readonly number[]): WordIndex {
    const { records, rows } = this.#texts;
    const { table, entries } = rows;
    const names = records.map((one) => new NameGatherer([recordForm(one), one.name]));
    const { docs, tokens } = this.#terms;
    const pick = (counts: Uint32Array) => this.#filing.map((term) => counts[term] ?? 0);
    const postings = new Postings(pick(docs), pick(tokens));
    const lengths = new Uint32Array(entries.length);
    for (const [doc, entry] of entries.entries()) {
      let place = 0;
      // For the few questions that words don't answer.
      let printed: string[] | undefined;
      for (const [passage, { first, end }] of this.#passages(doc).entries()) {
        this.#enter(postings, { doc, place, passage, first, end });
        const text = () => {
          printed ??= printedTexts(entry);
          return printed[passage] ?? '';
        };
        for (const mention of this.#finder.find({ first, end, text })) {
          const at = place + mention.word - first;
          const packed = at * 4 + Math.min(mention.pattern.terms.length, 4) - 1;
          const field = fieldAt(passage, at);
          const written = asWritten(mention, rows.words.all, table, this.#formOf);
          names[mention.pattern.record]?.add(written, { doc, place: packed, field });
        }
        lengths[doc] = (lengths[doc] ?? 0) + end - first;
        place += end - first + GAP;
      }
      for (const record of recordsOf(doc)) names[record]?.list(doc);
    }
    const placed = names.map((name) => name.finish()).filter(({ size }) => size > 0);
    placed.sort((a, b) => (a.first < b.first ? -1 : 1));
    const forms = {
      ...{ texts: table.forms.texts, sorted: this.#sorted, counts: this.#terms.counts },
      isOwn: this.#terms.isOwn,
      stemOf: (form: number) => this.#terms.stems[this.#terms.termOf[form] ?? 0] ?? '',
    };
    return { names: placed, words: this.#placed(postings), postings, lengths, forms };
  }

  /** Enters the words of a passage. */
  #enter(
    postings: Postings,
    { doc, place, passage, first, end }: Stretch & { doc: number; place: number; passage: number },
  ): void {
    const { all } = this.#texts.rows.words;
    const add = (word: number, here: number) => {
      const field = fieldAt(passage, here);
      postings.add(this.#filed[word] ?? 0, doc, here, field, this.#bits[word] ?? 0);
    };
    for (let at = first; at < end; at++) {
      const here = place + at - first;
      add(all[at] ?? 0, here);
      const whole = wholeAt(this.#texts.rows, this.#marks, at, first);
      if (whole !== undefined) add(whole, here);
    }
  }

  /** Where the passages of an article stand among all words. */
  #passages(doc: number): Stretch[] {
    const { rows } = this.#texts;
    const lengths = listAt(rows.passages, doc);
    const passages: Stretch[] = [];
    let first = rows.words.starts[doc] ?? 0;
    for (let at = 0; at < lengths.length; at++) {
      const end = first + (lengths[at] ?? 0);
      passages.push({ first, end });
      first = end;
    }
    return passages;
  }

  #placed(postings: Postings): PlacedTerm[] {
    const { texts } = this.#texts.rows.table.forms;
    return Array.from(this.#filing, (term, at) => {
      const numbers = this.#terms.forms[term] ?? [];
      const forms = numbers.map((form) => texts[form] ?? '');
      return postings.placed(at, forms, numbers);
    });
  }
}

/** Forms that texts have, in the order of the alphabet. */
function sortedForms({ texts }: Numbered, { indexOf }: Terms): Uint32Array {
  const used = Array.from(indexOf.keys()).filter((form) => (indexOf[form] ?? -1) >= 0);
  used.sort((a, b) => ((texts[a] ?? '') < (texts[b] ?? '') ? -1 : 1));
  return Uint32Array.from(used);
}

/** A stretch of all words of an archive. */
interface Stretch {
  readonly first: number;
  readonly end: number;
}

function fieldAt(passage: number, place: number): number {
  return passage === 0 ? IN_TITLE : place < LEAD ? IN_LEAD : 0;
}

/** The spelling of a name that stands in a text, or, where it has another ending there, what stands there. */
function asWritten(
  { pattern: { forms, spelling }, word }: NameMention,
  words: Uint32Array,
  { raws }: WordTable,
  formOf: Uint32Array,
): string {
  const standing = words.subarray(word, word + forms.length);
  if (forms.every((form, at) => formOf[standing[at] ?? 0] === form)) return spelling;
  return Array.from(standing, (raw) => untied(raws.texts[raw] ?? '')).join(' ');
}
