import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { LIMITS } from '../../capture/limits.ts';
import type { KnownOfCapture, ReadCapture } from '../../capture/read-capture.ts';
import { CaptureRefused } from '../../capture/refused.ts';
import type { PrivateSummary } from '../../private/find.ts';

/** A thread is TypeScript where this module is, and compiled where this one is. */
const SUFFIX = path.extname(import.meta.filename);

/** What the thread that reads is sent. */
export interface ReadOrder {
  readonly bytes: Uint8Array;
  readonly known: KnownOfCapture;
  readonly credits: readonly string[];
}

/** A capture that was read, with what is private in it. */
export interface ReadAndSearched extends ReadCapture {
  readonly finds: readonly PrivateSummary[];
  /** What was found, for as long as the proposal is made: none of it may stand in an entry. */
  readonly secrets: readonly string[];
}

/** What it sends back; `refused` tells a refusal from a fault of ours. */
export type ReadAnswer =
  | { readonly read: ReadAndSearched }
  | { readonly error: string; readonly refused: boolean };

/**
 * Reads captures in a thread of its own, with a limit on its time and memory: a page made to exhaust
 * a reader costs that page and nothing else.
 */
export class Reader {
  readonly #limits: { readonly reading: number; readonly memory: number };
  #worker: Worker | undefined;

  constructor(limits: { readonly reading: number; readonly memory: number } = LIMITS) {
    this.#limits = limits;
  }

  /** @throws CaptureRefused */
  read(
    bytes: Uint8Array,
    known: KnownOfCapture,
    credits: readonly string[],
  ): Promise<ReadAndSearched> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError);
        act();
      };
      const giveUp = (why: string) =>
        settle(() => {
          this.#worker = undefined;
          void worker.terminate();
          reject(
            new CaptureRefused(why, 'Save the page again without what surrounds the article.'),
          );
        });
      const onMessage = (answer: ReadAnswer) =>
        settle(() => {
          if ('read' in answer) resolve(answer.read);
          else if (answer.refused) reject(new CaptureRefused(answer.error, ''));
          else reject(new Error(answer.error));
        });
      const onError = (error: NodeJS.ErrnoException) => {
        const exhausted = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        giveUp(
          exhausted ? 'Reading it takes too much memory.' : `It cannot be read: ${error.message}.`,
        );
      };
      const seconds = Math.round(this.#limits.reading / 1000);
      const timer = setTimeout(
        () => giveUp(`It was not read after ${seconds} seconds.`),
        this.#limits.reading,
      );
      worker.on('message', onMessage).on('error', onError);
      worker.postMessage({ bytes, known, credits } satisfies ReadOrder);
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #start(): Worker {
    // Libraries that read pages print warnings; standard output belongs to --json.
    const worker = new Worker(new URL(`./reader-thread${SUFFIX}`, import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memory, stackSizeMb: 8 },
      stdout: true,
      stderr: true,
    });
    worker.unref();
    return worker;
  }
}
