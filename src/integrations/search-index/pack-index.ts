import { rmSync } from 'node:fs';
import path from 'node:path';
import type { ArchiveRecord } from '../../record/types.ts';
import { give } from './given.ts';
import { makeIndex } from './make-index.ts';
import { orderOf } from './order.ts';

/**
 * Makes the search files of a record, here and now, and remembers nothing.
 *
 * @param site absolute path of the site; the files go to `search/`, in place of what stood there
 */
export async function packIndex(record: ArchiveRecord, site: string): Promise<void> {
  const folder = path.join(site, 'search');
  rmSync(folder, { recursive: true, force: true });
  await makeIndex(orderOf(record, { folder }), {
    articles: async (numbers) => give(record, numbers),
    standing: async () => '',
  });
}
