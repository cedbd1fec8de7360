import type { Loader, LoaderContext } from 'astro/loaders';
import { rereadRecord, sharedRecord } from '../record/shared-record.ts';
import type { ArchiveRecord } from '../record/types.ts';

/** What a collection holds of the record. */
export type Pick = (
  record: ArchiveRecord,
) => readonly { id: string; data: unknown; digest: string }[];

const reloads = new Set<() => void>();
const watched = new Set<string>();

/**
 * A Content Layer loader over the record of a content folder. Bodies stay out of Astro's data store:
 * with them it meets the longest string that V8 can hold (near 512 MB).
 *
 * @param folder absolute path of the content folder
 */
export function archiveLoader(folder: string, pick: Pick): Loader {
  return {
    name: 'pressmark',
    async load(context) {
      const fill = () => fillStore(context, pick(sharedRecord(folder)));
      fill();
      reloads.add(fill);
      if (context.watcher) watch(context, folder);
    },
  };
}

function fillStore({ store }: LoaderContext, entries: ReturnType<Pick>): void {
  const ids = new Set(entries.map(({ id }) => id));
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
  for (const { id, data, digest } of entries) {
    store.set({ id, data: data as Record<string, unknown>, digest });
  }
}

/** Reads the record again when a file of it changes; a broken one leaves the last good one shown. */
function watch({ watcher, logger }: LoaderContext, folder: string): void {
  if (watched.has(folder)) return;
  watched.add(folder);
  watcher?.add(folder);
  let timer: NodeJS.Timeout | undefined;
  watcher?.on('all', (_event, file) => {
    if (!file.startsWith(folder)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      try {
        rereadRecord(folder);
        for (const reload of reloads) reload();
        logger.info('The content folder was read again.');
      } catch (error) {
        logger.error(`\n${error instanceof Error ? error.message : String(error)}`);
      }
    }, 100);
  });
}
