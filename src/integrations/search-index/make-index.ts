import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { NameRecord } from '../../model/search/names/records.ts';
import type { ArchiveRecord } from '../../record/types.ts';
import { columnsOf } from './index-columns.ts';
import { WordIndexer } from './index-words.ts';
import { KeyWordTable } from './key-words.ts';
import { nameRecords } from './name-records.ts';
import { numberTerms, usedWords } from './number-terms.ts';
import { listAt } from './numbers.ts';
import { writeSearchFiles } from './pack.ts';
import { type Rows, readRows } from './rows.ts';
import { stemsOf } from './stems.ts';
import { creditsOf } from './stored-article.ts';

/** Folder of the files that the search page reads. */
export const SEARCH = 'search';

/**
 * Makes the search files of a record, anew each time and in flat arrays of numbers: to keep what earlier builds found out takes more
 * than to find it out again, and would keep the words of what was withdrawn.
 *
 * @param site absolute path of the site; the files go to `search/`, in place of what stood there
 */
export async function makeIndex(record: ArchiveRecord, site: string): Promise<void> {
  const folder = path.join(site, SEARCH);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const rows = readRows(record);
  const records = nameRecords(record.authorities);
  const texts = { rows, records };
  const stemOf = await stemsOf(usedWords(rows), rows.table);
  const words = new WordIndexer(texts, numberTerms(texts, stemOf)).index(recordsOf(rows, records));
  writeSearchFiles(
    {
      ...{ rows, words, names: { records } },
      columns: columnsOf(rows, record.authorities, words.lengths),
      credits: creditsOf(rows, record.authorities),
      keys: new KeyWordTable(words),
    },
    folder,
  );
}

/** Numbers of the records that an article is catalogued under. */
function recordsOf(
  { refs, recordRefs }: Rows,
  records: readonly NameRecord[],
): (doc: number) => number[] {
  const numbers = new Map(records.map(({ kind, id }, at) => [`${kind}/${id}`, at]));
  const ofRefs = recordRefs.map((ref) => numbers.get(ref) ?? -1);
  return (doc) =>
    Array.from(listAt(refs, doc), (ref) => ofRefs[ref] ?? -1).filter((record) => record >= 0);
}
