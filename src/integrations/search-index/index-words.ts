import { IN_LEAD, IN_TITLE } from '../../model/search/files/terms.ts';
import { recordForm } from '../../model/search/names/records.ts';
import { NameGatherer, type PlacedTerm } from './gather.ts';
import { NameFinder, type NameMention } from './mentions.ts';
import type { FormCounts, NumberedTexts, Terms } from './number-terms.ts';
import { listAt } from './numbers.ts';
import { Postings } from './postings.ts';
import type { WordTable } from './word-table.ts';

/** Words at the beginning of a text that count as its lead. */
const LEAD = 40;

/** Empty places between passages, so that no phrase is found across them. */
const GAP = 4;

/** What the words of an archive come to. */
export interface WordIndex {
  readonly terms: readonly PlacedTerm[];
  /** Words in each article. */
  readonly lengths: Uint32Array;
  readonly forms: FormsInTexts;
}

/** The forms that texts have. */
export interface FormsInTexts {
  readonly texts: readonly string[];
  /** Numbers of those that stand in a text. */
  readonly used: Uint32Array;
  readonly number: (form: string) => number | undefined;
  readonly counts: FormCounts;
}

/** Title and passages of articles by their numbers, for the few questions that words don't answer. */
export type PrintedTexts = ReadonlyMap<number, readonly string[]>;

/** Indexes articles in the order of their numbers. */
export class WordIndexer {
  readonly #texts: NumberedTexts;
  readonly #terms: Terms;
  readonly #finder: NameFinder;
  readonly #formOf: Uint32Array;

  constructor(texts: NumberedTexts, terms: Terms) {
    this.#texts = texts;
    this.#terms = terms;
    this.#finder = new NameFinder(texts.records, texts.table, terms);
    this.#formOf = texts.table.formOf();
  }

  /** Articles that must be seen as they were printed. */
  asked(): Uint32Array {
    const asked: number[] = [];
    if (this.#finder.asksForTexts) {
      for (let doc = 0; doc < this.#texts.order.length; doc++) {
        const passages = [...this.#passages(doc)];
        if (passages.some(({ terms }) => this.#finder.asksFor(terms))) asked.push(doc);
      }
    }
    return Uint32Array.from(asked);
  }

  /** @param recordsOf numbers of the records that an article is catalogued under */
  index(printed: PrintedTexts, recordsOf: (doc: number) => readonly number[]): WordIndex {
    const { order, table, records } = this.#texts;
    const { indexOf } = this.#terms;
    const names = records.map((one) => new NameGatherer([recordForm(one), one.name]));
    const postings = new Postings(this.#terms);
    const lengths = new Uint32Array(order.length);
    const met = { doc: 0, place: 0, field: 0, form: 0 };
    for (let doc = 0; doc < order.length; doc++) {
      met.doc = doc;
      let place = 0;
      for (const { passage, words, terms } of this.#passages(doc)) {
        for (let at = 0; at < words.length; at++) {
          met.place = place + at;
          met.field = fieldAt(passage, place + at);
          met.form = indexOf[this.#formOf[words[at] ?? 0] ?? 0] ?? 0;
          postings.add(terms[at] ?? 0, met);
        }
        const text = () => printed.get(doc)?.[passage] ?? '';
        for (const mention of this.#finder.find({ terms, words, text })) {
          const at = place + mention.word;
          const packed = at * 4 + Math.min(mention.pattern.terms.length, 4) - 1;
          const field = fieldAt(passage, at);
          const written = asWritten(mention, words, table, this.#formOf);
          names[mention.pattern.record]?.add(written, { doc, place: packed, field });
        }
        lengths[doc] = (lengths[doc] ?? 0) + words.length;
        place += words.length + GAP;
      }
      for (const record of recordsOf(doc)) names[record]?.list(doc);
    }
    return { terms: this.#placed(names, postings), lengths, forms: this.#forms() };
  }

  *#passages(doc: number) {
    const { rows, order } = this.#texts;
    const { termOf } = this.#terms;
    const row = order[doc] ?? 0;
    const [all, passages] = [listAt(rows.words, row), listAt(rows.passages, row)];
    let first = 0;
    for (let passage = 0; passage < passages.length; passage++) {
      const words = all.subarray(first, first + (passages[passage] ?? 0));
      const terms = new Uint32Array(words.length);
      for (let at = 0; at < words.length; at++) {
        terms[at] = termOf[this.#formOf[words[at] ?? 0] ?? 0] ?? 0;
      }
      yield { passage, words, terms };
      first += words.length;
    }
  }

  #placed(names: readonly NameGatherer[], postings: Postings): PlacedTerm[] {
    const { texts } = this.#texts.table.forms;
    const words = this.#terms.forms.map((forms, term) =>
      postings.placed(
        term,
        forms.map((form) => texts[form] ?? ''),
      ),
    );
    return [...names.map((name) => name.finish()), ...words].filter(
      ({ term }) => term.docs.length > 0,
    );
  }

  #forms(): FormsInTexts {
    const { forms } = this.#texts.table;
    const { indexOf, counts } = this.#terms;
    const used = forms.texts.flatMap((_, form) => ((indexOf[form] ?? -1) >= 0 ? [form] : []));
    const number = (form: string) => {
      const found = forms.find(form);
      return found !== undefined && (indexOf[found] ?? -1) >= 0 ? found : undefined;
    };
    return { texts: forms.texts, used: Uint32Array.from(used), number, counts };
  }
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
  return Array.from(standing, (raw) => raws.texts[raw] ?? '').join(' ');
}
