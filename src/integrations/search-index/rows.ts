import { bounds } from '../../model/date/bounds.ts';
import { parseEdtf } from '../../model/date/parse.ts';
import { dayNumber } from '../../model/search/days.ts';
import { sha256 } from '../../record/hash.ts';
import type { GivenArticle } from './given.ts';
import type { Kept } from './kept-file.ts';
import type { Numbered } from './numbered.ts';
import { type Lists, ListsWriter, listAt, Numbers } from './numbers.ts';
import type { WordTable } from './word-table.ts';

/** What is known of articles, a row each: all that goes into the index, as numbers. */
export interface Rows {
  /** Who they are, as the order to make the index has it. */
  readonly lines: readonly string[];
  /** Digests of what results show of them: the same for entries that differ in what is not published. */
  readonly digests: readonly string[];
  /** Texts that sort as the articles do, by date and then by id. */
  readonly orders: readonly string[];
  /** First and last day they can be of (model/search/days). */
  readonly earliest: Uint32Array;
  readonly latest: Uint32Array;
  /** Numbers of their languages; of the empty one where they are in the archive's own. */
  readonly languages: Uint32Array;
  /** Numbers of the records they are catalogued under. */
  readonly refs: Lists;
  /** Numbers of their words, title first, passage after passage. */
  readonly words: Lists;
  /** How many words stand in the title and in each passage. */
  readonly passages: Lists;
  /** Code units of their passages. */
  readonly sizes: Uint32Array;
}

/** What numbers in rows stand for. */
export interface Tables {
  readonly words: WordTable;
  readonly languages: Numbered;
  /** Records as `kind/id`. */
  readonly refs: Numbered;
}

/** Makes rows one after the other. */
export class RowsWriter {
  readonly #lines: string[] = [];
  readonly #digests: string[] = [];
  readonly #orders: string[] = [];
  readonly #earliest: Numbers;
  readonly #latest: Numbers;
  readonly #languages: Numbers;
  readonly #sizes: Numbers;
  readonly #refs: ListsWriter;
  readonly #words: ListsWriter;
  readonly #passages: ListsWriter;

  /** @param like rows of about the size that is expected */
  constructor(...like: readonly Rows[]) {
    const rows = like.reduce((sum, { lines }) => sum + lines.length, 0) || undefined;
    const numbers = () => new Numbers(rows);
    [this.#earliest, this.#latest] = [numbers(), numbers()];
    [this.#languages, this.#sizes] = [numbers(), numbers()];
    const lists = (name: 'refs' | 'words' | 'passages') =>
      new ListsWriter(rows, like.reduce((sum, one) => sum + one[name].all.length, 0) || undefined);
    [this.#refs, this.#words, this.#passages] = [lists('refs'), lists('words'), lists('passages')];
  }

  /** Takes over a row that is known. */
  copy(rows: Rows, row: number): void {
    this.#lines.push(rows.lines[row] ?? '');
    this.#digests.push(rows.digests[row] ?? '');
    this.#orders.push(rows.orders[row] ?? '');
    this.#earliest.push(rows.earliest[row] ?? 0);
    this.#latest.push(rows.latest[row] ?? 0);
    this.#languages.push(rows.languages[row] ?? 0);
    this.#sizes.push(rows.sizes[row] ?? 0);
    this.#refs.append(listAt(rows.refs, row));
    this.#words.append(listAt(rows.words, row));
    this.#passages.append(listAt(rows.passages, row));
  }

  /** Reads an article. @param line who it is: its id comes first, to a tab */
  add(line: string, article: GivenArticle, { words, languages, refs }: Tables): void {
    const parsed = parseEdtf(article.date);
    if (!parsed.ok) throw new Error(parsed.what);
    const { earliest, latest } = bounds(parsed.date);
    const [id = ''] = line.split('\t');
    const { title, date, supplied, passages } = article;
    this.#lines.push(line);
    this.#digests.push(sha256(JSON.stringify([title, date, supplied, passages])));
    // As model/date/order compares; the tab sorts before whatever stands in a date.
    this.#orders.push([earliest, latest, parsed.date.text, id].join('\t'));
    this.#earliest.push(dayNumber(earliest));
    this.#latest.push(dayNumber(latest));
    this.#languages.push(languages.number(article.language ?? ''));
    this.#sizes.push(article.passages.reduce((sum, passage) => sum + passage.length, 0));
    for (const ref of article.refs) this.#refs.all.push(refs.number(ref));
    this.#refs.end();
    for (const text of [article.title, ...article.passages]) {
      const before = this.#words.all.length;
      words.read(text, this.#words.all);
      this.#passages.all.push(this.#words.all.length - before);
    }
    this.#words.end();
    this.#passages.end();
  }

  finish(): Rows {
    return {
      lines: this.#lines,
      digests: this.#digests,
      orders: this.#orders,
      earliest: this.#earliest.finish(),
      latest: this.#latest.finish(),
      languages: this.#languages.finish(),
      refs: this.#refs.finish(),
      words: this.#words.finish(),
      passages: this.#passages.finish(),
      sizes: this.#sizes.finish(),
    };
  }
}

const FLAT = ['lines', 'digests', 'orders', 'earliest', 'latest', 'languages', 'sizes'] as const;
const LISTS = ['refs', 'words', 'passages'] as const;

export function packRows(rows: Rows): Kept {
  return new Map<string, Uint32Array | readonly string[]>([
    ...FLAT.map((name) => [`rows.${name}`, rows[name]] as const),
    ...LISTS.flatMap((name) => [
      [`rows.${name}.starts`, rows[name].starts] as const,
      [`rows.${name}.all`, rows[name].all] as const,
    ]),
  ]);
}

/** Rows as {@link packRows} gave them. */
export function unpackRows(packed: Kept): Rows {
  const flat = FLAT.map((name) => [name, packed.get(`rows.${name}`)]);
  const lists = LISTS.map((name) => [
    name,
    { starts: packed.get(`rows.${name}.starts`), all: packed.get(`rows.${name}.all`) },
  ]);
  return Object.fromEntries([...flat, ...lists]) as Rows;
}
