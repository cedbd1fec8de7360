import type { Loader, LoaderContext } from 'astro/loaders';
import { readRecord, sharedRecord } from '../record/shared-record.ts';

const watched = new Set<string>();

/**
 * A Content Layer loader for the record of a content folder. The store holds its digest alone: with
 * bodies it meets the longest string that V8 can hold (near 512 MB), and even without them Astro
 * would check, copy and write every entry again at each build.
 *
 * @param folder absolute path of the content folder
 */
export function archiveLoader(folder: string): Loader {
  return {
    name: 'pressmark',
    async load(context) {
      fillStore(context, folder);
      if (context.watcher) watch(context, folder);
    },
  };
}

function fillStore({ store }: LoaderContext, folder: string): void {
  const { digest } = sharedRecord(folder);
  store.set({ id: 'record', data: { digest }, digest });
}

/** Reads the record again when a file of it changes; a broken one leaves the last good one shown. */
function watch(context: LoaderContext, folder: string): void {
  const { watcher, logger } = context;
  if (watched.has(folder)) return;
  watched.add(folder);
  watcher?.add(folder);
  let timer: NodeJS.Timeout | undefined;
  watcher?.on('all', (_event, file) => {
    if (!file.startsWith(folder)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      try {
        readRecord(folder);
        fillStore(context, folder);
        logger.info('The content folder was read again.');
      } catch (error) {
        logger.error(`\n${error instanceof Error ? error.message : String(error)}`);
      }
    }, 100);
  });
}
