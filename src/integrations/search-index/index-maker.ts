import { Worker } from 'node:worker_threads';
import type { ArchiveRecord } from '../../record/types.ts';
import { give } from './given.ts';
import type { IndexOrder } from './order.ts';

/** What the thread says: it asks for articles by their numbers, has made the index, or could not. */
export type IndexNews =
  | { readonly ask: Uint32Array }
  | { readonly files: string }
  | { readonly failed: string };

/** Articles up to which a thread would cost more than it saves. */
const FEW = 500;

/** An index that is being made. */
export class IndexMaker {
  /** A line a file: its name, a tab, its key. */
  readonly files: Promise<string>;
  #thread: Worker | undefined;

  /**
   * Begins to make the index of a record: in a thread beside this one, or here where there are few
   * articles. A failure is told to who waits for the files.
   */
  constructor(record: ArchiveRecord, order: IndexOrder, few = FEW) {
    this.files =
      record.articles.length <= few ? makeHere(record, order) : this.#start(record, order);
    // The build waits for it at its end; a failure until then is not an unheard one.
    this.files.catch(() => undefined);
  }

  /** Waits for it; until then it keeps no process alive that has failed elsewhere. */
  finish(): Promise<string> {
    this.#thread?.ref();
    return this.files;
  }

  #start(record: ArchiveRecord, order: IndexOrder): Promise<string> {
    const thread = new Worker(new URL('./index-thread.ts', import.meta.url), { workerData: order });
    this.#thread = thread;
    return new Promise((resolve, reject) => {
      thread.on('message', (news: IndexNews) => {
        if ('ask' in news) {
          const given = give(record, news.ask);
          thread.postMessage(given, [given.bodies.buffer]);
        } else if ('files' in news) resolve(news.files);
        else reject(new Error(news.failed));
      });
      const gone = (why: string) =>
        reject(
          new Error(
            `The search index could not be made: ${why}. Nothing was published. Build again.`,
          ),
        );
      thread.on('error', ({ message }) => gone(message));
      thread.on('exit', () => gone('its thread ended too soon'));
      thread.unref();
    });
  }
}

async function makeHere(record: ArchiveRecord, order: IndexOrder): Promise<string> {
  // Neither is needed where nothing has to be indexed.
  const { makeIndex } = await import('./make-index.ts');
  return makeIndex(order, async (numbers) => give(record, numbers));
}
