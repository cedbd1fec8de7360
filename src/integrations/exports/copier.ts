import { Worker } from 'node:worker_threads';
import { rememberAside } from '../../record/conservation/counted.ts';
import { type Copied, type CopyTask, copy, sizeOf } from './copy.ts';

/** Bytes from which on a thread is worth its start. */
const LONG = 1 << 20;

/**
 * Puts files together of which most stands in older ones: long ones in a thread, so that the build goes on
 * meanwhile.
 */
export class Copier {
  readonly #copied: Copied[] = [];
  #thread: { readonly worker: Worker; readonly failed: Promise<never> } | undefined;
  #sent = 0;
  #told: () => void = () => {};
  readonly #long: number;

  /** @param long bytes from which on a file is given to the thread */
  constructor(long = LONG) {
    this.#long = long;
  }

  copy(task: CopyTask): void {
    if (sizeOf(task.parts) < this.#long) {
      this.#copied.push(copy(task));
      return;
    }
    this.#thread ??= this.#start();
    this.#thread.worker.postMessage(task);
    this.#sent++;
  }

  /** What was copied, when all of it is. @throws what the thread threw */
  async finish(): Promise<ReadonlyMap<string, Copied>> {
    if (this.#thread !== undefined) {
      const { worker, failed } = this.#thread;
      worker.ref();
      while (this.#sent > 0) {
        const told = new Promise<void>((resolve) => {
          this.#told = resolve;
        });
        await Promise.race([told, failed]);
      }
      await worker.terminate();
    }
    for (const { address, counted } of this.#copied) if (counted) rememberAside(address, counted);
    return new Map(this.#copied.map((one) => [one.address, one]));
  }

  #start() {
    const worker = new Worker(new URL('./copy-thread.ts', import.meta.url));
    worker.unref();
    worker.on('message', (copied: Copied) => {
      this.#copied.push(copied);
      this.#sent--;
      this.#told();
    });
    const failed = new Promise<never>((_, reject) => {
      worker.on('error', reject);
    });
    // Whoever waits for the end hears of it.
    failed.catch(() => {});
    return { worker, failed };
  }
}
