import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Folders } from '../../record/folders.ts';
import { memoBase } from '../../record/memos.ts';
import { currentLedger } from '../../record/page-ledger.ts';
import { currentProgress } from '../../record/progress.ts';
import type { ArchiveRecord } from '../../record/types.ts';
import { IndexMaker } from './index-maker.ts';
import { orderOf } from './order.ts';

/** Folder of the files that the search page reads. */
export const SEARCH = 'search';

/** Makes the search files of a build: begun when it begins, and taken over when it ends. */
export class SearchStep {
  readonly #site: string;
  readonly #folder: string;
  readonly #maker: IndexMaker;

  /** @param site absolute path of the folder of the site that is being made */
  constructor(record: ArchiveRecord, site: string, { cache }: Folders) {
    this.#site = site;
    // Beside the site: Astro empties that while this is at work.
    this.#folder = `${site.replace(/[\\/]$/, '')}-${SEARCH}`;
    process.once('exit', () => rmSync(this.#folder, { recursive: true, force: true }));
    const base = memoBase();
    this.#maker = new IndexMaker(
      { record, standing },
      orderOf(record, {
        folder: this.#folder,
        ...(base !== undefined && { state: { file: path.join(cache, STATE), key: base } }),
      }),
    );
  }

  /** Waits for the files, lays them into the site and enters them. */
  async finish(): Promise<void> {
    currentProgress()?.begin('Making the search index');
    const files = await this.#maker.finish();
    renameSync(this.#folder, path.join(this.#site, SEARCH));
    const ledger = currentLedger();
    for (const line of files.split('\n')) {
      const [name = '', key = ''] = line.split('\t');
      ledger?.isKept(`/${SEARCH}/${name}`, key);
    }
  }
}

/** What the next build needs of this one. */
const STATE = 'search.bin';

/** A line a search file of the published site: its name, a tab, its key. */
function standing(): string {
  const folder = `/${SEARCH}/`;
  const lines = currentLedger()?.below(folder) ?? [];
  return lines.map(([address, { key }]) => `${address.slice(folder.length)}\t${key}`).join('\n');
}
