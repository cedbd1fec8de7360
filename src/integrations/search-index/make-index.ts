import { mkdirSync } from 'node:fs';
import type { NameRecord } from '../../model/search/names/records.ts';
import { columnsOf, type OrderedRows } from './index-columns.ts';
import { indexTexts } from './index-texts.ts';
import { KeyWordTable } from './key-words.ts';
import { nameRecords } from './name-records.ts';
import { listAt } from './numbers.ts';
import type { Asked, IndexOrder } from './order.ts';
import { writeSearchFiles } from './pack.ts';
import { type Known, readKnown, readRows, writeKnown } from './read-rows.ts';
import type { Rows } from './rows.ts';
import { creditsOf } from './stored-article.ts';

/**
 * Makes the search files of an archive. What the texts come to is counted anew at every build, in flat arrays of
 * numbers: that takes less than to keep it and to be sure that it is still right. What costs is kept: reading
 * texts, and the packing of files that come out as they stand.
 *
 * @returns a line a file of the index: its name, a tab, its key
 */
export async function makeIndex(order: IndexOrder, asked: Asked): Promise<string> {
  mkdirSync(order.folder, { recursive: true });
  const known = readKnown(order.state);
  const lines = order.articles === '' ? [] : order.articles.split('\n');
  const rows = await readRows(lines, known, asked);
  const ordered = inOrder(rows, known, order.language);
  const records = nameRecords(order.names);
  const texts = { ...ordered, table: known.tables.words, records };
  const words = await indexTexts(texts, recordsOf(ordered, records), asked);
  const groups = new Uint8Array(known.tables.words.forms.texts.length);
  groups.set(known.groups);
  const files = await writeSearchFiles(
    {
      ...ordered,
      columns: columnsOf(ordered, order.names, words.lengths),
      credits: creditsOf(ordered, order.names),
      keys: new KeyWordTable(words.words, words.lengths),
      names: { records },
      words,
      groups,
    },
    order.folder,
    asked,
  );
  if (order.state && rows !== known.rows) writeKnown({ ...known, rows, groups }, order.state);
  return files;
}

/** Articles are numbered by date, oldest first. */
function inOrder(rows: Rows, { tables }: Known, own: string): OrderedRows {
  const order = Uint32Array.from(rows.orders.keys()).sort((a, b) =>
    (rows.orders[a] ?? '') < (rows.orders[b] ?? '') ? -1 : 1,
  );
  const languages = tables.languages.texts.map((text) => text || own);
  const language = (doc: number) => languages[rows.languages[order[doc] ?? 0] ?? 0] ?? own;
  return { rows, order, tables, language };
}

/** Numbers of the records that an article is catalogued under. */
function recordsOf(
  { rows, order, tables }: OrderedRows,
  records: readonly NameRecord[],
): (doc: number) => number[] {
  const numbers = new Map(records.map(({ kind, id }, at) => [`${kind}/${id}`, at]));
  const ofRefs = tables.refs.texts.map((ref) => numbers.get(ref) ?? -1);
  return (doc) =>
    Array.from(listAt(rows.refs, order[doc] ?? 0), (ref) => ofRefs[ref] ?? -1).filter(
      (record) => record >= 0,
    );
}
