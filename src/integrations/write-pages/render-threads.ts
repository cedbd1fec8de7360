import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ContentSeen } from '../../record/content-look.ts';
import type { Folders } from '../../record/folders.ts';
import { ofProcess } from '../../record/of-process.ts';
import { currentTimings, type TimingLines } from '../../record/timings.ts';
import { compiledModules } from '../compiled-modules.ts';

/** What a thread that renders is started with. */
export interface ThreadStart {
  readonly folders: Folders;
  /** Digest of the code, under which the record was remembered. */
  readonly code: string;
  /** What the main thread saw of the content folder. */
  readonly look: ContentSeen;
  /** Digest of the record that all threads must hold alike. */
  readonly record: string;
  readonly quarantine: boolean;
}

/** What it is sent first: from what it renders. */
export interface ThreadTemplates {
  /** Absolute path of the kept templates. */
  readonly templates: string;
}

/** What it is sent then, when it is known which pages have to be made. */
export interface ThreadOrder {
  /** Absolute path of the site that is made. */
  readonly site: string;
  /** Of Astro’s paths, which each thread finds for itself. */
  readonly pathnames: readonly string[];
  readonly numbers: SharedArrayBuffer;
}

/** What it sends back, once. */
export interface ThreadAnswer {
  readonly error?: string;
  /** How long its pages took, by kind. */
  readonly timings?: TimingLines;
}

/** Articles from which on a further thread makes good what its own start costs: some seconds of a processor. */
const MANY_ARTICLES = 2000;

/** How many threads render by default. Each holds the record, which is memory. */
export function defaultThreads(articles: number): number {
  return articles < MANY_ARTICLES ? 1 : Math.min(2, availableParallelism());
}

/** Threads that render pages beside the main one, from before it is known which pages there are. */
export class RenderThreads {
  readonly #workers: readonly Worker[];
  readonly #ended: Promise<void>[];

  /** @param count how many beside the main thread */
  constructor(count: number, start: ThreadStart) {
    const module = new URL('render-thread.ts', import.meta.url);
    this.#workers = Array.from(
      { length: count },
      () =>
        new Worker(module, {
          workerData: { ...start, ...compiledModules() },
        }),
    );
    this.#ended = this.#workers.map(answerOf);
    // Whoever waits for them hears of a failure; until then it is not an unheard one.
    for (const ended of this.#ended) ended.catch(() => undefined);
  }

  /** Has them load templates and find out which pages there are. */
  prepare(given: ThreadTemplates): void {
    for (const worker of this.#workers) worker.postMessage(given);
  }

  /** Has them take their share of the pages. */
  send(order: ThreadOrder): void {
    for (const worker of this.#workers) worker.postMessage(order);
  }

  /** @throws Error of a thread that could not go on */
  async finish(): Promise<void> {
    await Promise.all(this.#ended);
  }

  /** Ends them, wherever they are. */
  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

function answerOf(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', ({ error, timings }: ThreadAnswer) => {
      if (error !== undefined) return reject(new Error(error));
      if (timings !== undefined) currentTimings()?.addAll(timings);
      resolve();
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('A thread that renders pages ended too soon.')));
  });
}

const running = ofProcess<RenderThreads | undefined>('render-threads');

/** The threads of the build that runs; none where it renders alone. */
export const currentThreads = running.get;

/** Names the threads of a build. */
export const openThreads = running.set;
