import path from 'node:path';
import type { ArchiveRecord } from '../../record/types.ts';
import { type IsKept, writeSearchFiles } from './pack.ts';
import { searchFiles } from './search-files.ts';

/**
 * Makes the search files of a record.
 *
 * @param folder absolute path of the site; the files go to `search/`
 * @throws Error when Pagefind, which knows the stems of words, fails
 */
export async function packIndex(
  record: ArchiveRecord,
  folder: string,
  isKept?: IsKept,
): Promise<void> {
  writeSearchFiles(await searchFiles(record), path.join(folder, 'search'), isKept);
}
