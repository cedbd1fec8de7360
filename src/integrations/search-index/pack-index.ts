import path from 'node:path';
import type { ArchiveRecord } from '../../record/types.ts';
import { writeSearchFiles } from './pack.ts';
import { readPagefind } from './read-pagefind.ts';
import { searchFiles } from './search-files.ts';
import { assertReadable, stemsOf } from './stems.ts';

/**
 * Makes the search files of the index that Pagefind wrote.
 *
 * @param folder absolute path of the site; its bundle is read from `pagefind/`, the files go to `search/`
 * @throws Error when Pagefind's format is not the one that is known
 */
export function packIndex(record: ArchiveRecord, folder: string): void {
  const { stemOf, known } = stemsOf(readPagefind(path.join(folder, 'pagefind')));
  assertReadable(known);
  writeSearchFiles(searchFiles(record, stemOf), path.join(folder, 'search'));
}
