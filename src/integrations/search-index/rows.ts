import { bounds } from '../../model/date/bounds.ts';
import { parseEdtf } from '../../model/date/parse.ts';
import { KIND_WORDS, KINDS } from '../../model/kinds.ts';
import { dayNumber } from '../../model/search/days.ts';
import type { ArchiveRecord, ArticleEntry } from '../../record/types.ts';
import { Numbered } from './numbered.ts';
import { type Lists, ListsWriter } from './numbers.ts';
import { WordTable } from './word-table.ts';

/** The articles of an archive as numbers, a row each, by date, the oldest first: so searches number them. */
export interface Rows {
  readonly entries: readonly ArticleEntry[];
  /** Language of each (BCP 47). */
  readonly languages: readonly string[];
  /** First and last day they can be of (model/search/days). */
  readonly earliest: Uint32Array;
  readonly latest: Uint32Array;
  /** Numbers of the records they are catalogued under. */
  readonly refs: Lists;
  /** Numbers of their words, title first, passage after passage. */
  readonly words: Lists;
  /** How many words stand in the title and in each passage. */
  readonly passages: Lists;
  /** Code units of their passages. */
  readonly sizes: Uint32Array;
  /** What the numbers of words and of records, as `kind/id`, stand for. */
  readonly table: WordTable;
  readonly recordRefs: readonly string[];
}

/** Reads the articles of a record. */
export function readRows({ articles, settings }: ArchiveRecord): Rows {
  const dated = articles.map(datedEntry).sort((a, b) => (a.order < b.order ? -1 : 1));
  const entries = dated.map(({ entry }) => entry);
  const table = new WordTable();
  const recordRefs = new Numbered();
  const [refs, words, passages] = [new ListsWriter(), new ListsWriter(), new ListsWriter()];
  const sizes = new Uint32Array(entries.length);
  for (const [doc, entry] of entries.entries()) {
    for (const ref of refsOf(entry)) refs.all.push(recordRefs.number(ref));
    refs.end();
    for (const [at, text] of printedTexts(entry).entries()) {
      const before = words.all.length;
      table.read(text, words.all);
      passages.all.push(words.all.length - before);
      if (at > 0) sizes[doc] = (sizes[doc] ?? 0) + text.length;
    }
    words.end();
    passages.end();
  }
  return {
    entries,
    languages: entries.map(({ data }) => data.language ?? settings.language),
    earliest: Uint32Array.from(dated, ({ earliest }) => dayNumber(earliest)),
    latest: Uint32Array.from(dated, ({ latest }) => dayNumber(latest)),
    refs: refs.finish(),
    words: words.finish(),
    passages: passages.finish(),
    ...{ sizes, table, recordRefs: recordRefs.texts },
  };
}

/** Title and passages of an article. */
export function printedTexts({ data, body }: ArticleEntry): string[] {
  return [data.title, ...body.blocks.map(({ text }) => text)];
}

/** Records that an article is catalogued under, as `kind/id`. */
export function refsOf({ data }: ArticleEntry): string[] {
  return KINDS.flatMap((kind) => {
    const value = data[KIND_WORDS[kind].field];
    return (typeof value === 'string' ? [value] : value).map((id) => `${kind}/${id}`);
  });
}

function datedEntry(entry: ArticleEntry) {
  const parsed = parseEdtf(entry.data.date);
  if (!parsed.ok) throw new Error(`${entry.id}: ${parsed.what}`);
  const { earliest, latest } = bounds(parsed.date);
  // As model/date/order compares; the tab sorts before whatever stands in a date.
  const order = [earliest, latest, parsed.date.text, entry.id].join('\t');
  return { entry, earliest, latest, order };
}
