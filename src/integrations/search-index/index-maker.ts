import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ArchiveRecord } from '../../record/types.ts';
import { type CompiledModules, compiledModules } from '../compiled-modules.ts';
import { give } from './given.ts';
import type { IndexOrder } from './order.ts';

/** A thread is TypeScript where this module is, and compiled where this one is. */
const SUFFIX = path.extname(import.meta.filename);

/** What the thread says: it asks for something, has made the index, or could not. */
export type IndexNews =
  | { readonly ask: Uint32Array | 'standing' }
  | { readonly files: string }
  | { readonly failed: string };

/** What a thread is started with. */
export interface ThreadStart extends CompiledModules {
  readonly order: IndexOrder;
}

/** Articles up to which a thread would cost more than it saves. */
const FEW = 500;

/** Megabytes for what the thread soon throws away: little, as nearly all that it holds are flat arrays. */
const YOUNG = 24;

/** What the index is made of, and what there is of it. */
export interface IndexSource {
  readonly record: ArchiveRecord;
  /** As {@link Asked} has it. */
  readonly standing: () => string;
}

/** An index that is being made. */
export class IndexMaker {
  readonly #files: Promise<string>;
  #thread: Worker | undefined;

  /**
   * Begins to make the index of a record: in a thread beside this one, or here where there are few
   * articles. A failure is told to who waits for the files.
   */
  constructor(source: IndexSource, order: IndexOrder, few = FEW) {
    const isFew = source.record.articles.length <= few;
    this.#files = isFew ? makeHere(source, order) : this.#start(source, order);
    // The build waits for it at its end; a failure until then is not an unheard one.
    this.#files.catch(() => undefined);
  }

  /**
   * Waits for the index; until then it keeps no process alive that has failed elsewhere.
   *
   * @returns a line a file: its name, a tab, its key
   */
  finish(): Promise<string> {
    this.#thread?.ref();
    return this.#files;
  }

  #start({ record, standing }: IndexSource, order: IndexOrder): Promise<string> {
    const start: ThreadStart = { order, ...compiledModules() };
    const thread = new Worker(new URL(`./index-thread${SUFFIX}`, import.meta.url), {
      workerData: start,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    this.#thread = thread;
    return new Promise((resolve, reject) => {
      thread.on('message', (news: IndexNews) => {
        if ('files' in news) resolve(news.files);
        else if ('failed' in news) reject(new Error(news.failed));
        else if (news.ask === 'standing') thread.postMessage(standing());
        else {
          const given = give(record, news.ask);
          thread.postMessage(given, [given.bodies.buffer]);
        }
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

async function makeHere({ record, standing }: IndexSource, order: IndexOrder): Promise<string> {
  // Not needed where nothing has to be indexed.
  const { makeIndex } = await import('./make-index.ts');
  return makeIndex(order, {
    articles: async (numbers) => give(record, numbers),
    standing: async () => standing(),
  });
}
