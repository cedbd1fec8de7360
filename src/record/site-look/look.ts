import { Worker } from 'node:worker_threads';
import { countFiles } from '../content-files.ts';
import type { LedgerFile } from '../ledger-file.ts';
import type { LeftSite } from '../page-ledger.ts';
import { AT, addressesOf, linkFiles, lookAtFiles, ORDER, type SiteWork } from './work.ts';

/** As many files are looked at and linked sooner than a thread or a process has started. */
export const FEW = 4000;

/** Longer than any disk takes for the few files that a thread claims at once. */
const STALLED_MS = 120_000;

/** Folders by their absolute paths; but the first, none need be there yet. */
export interface SiteFolders {
  /** The site that stands. */
  readonly site: string;
  /** Where its files are linked. */
  readonly linked: string;
  /** What `makeTwin` left, if it was whole. */
  readonly twin?: string;
}

/**
 * Looks at the files of a published site, and links those that stand as they were left into a new folder,
 * in threads of their own: at a hundred thousand files both take seconds that the build needs for
 * other things. Whoever has to wait for them takes part.
 */
export class SiteLook implements LeftSite {
  readonly ledger: LedgerFile;
  readonly #work: SiteWork;
  readonly #addressOf: (index: number) => string;
  #looked = false;

  /**
   * @param ledger what the last build left
   */
  constructor(
    ledger: LedgerFile,
    { site, linked, twin = '' }: SiteFolders,
    threads = ledger.addresses.count > FEW ? 1 : 0,
  ) {
    this.ledger = ledger;
    const { addresses, sizes, mtimes } = ledger;
    this.#work = {
      site,
      linked,
      twin,
      isLinked: new Uint8Array(new SharedArrayBuffer(addresses.count)),
      addresses: addresses.all,
      ends: addresses.ends,
      sizes,
      mtimes,
      stands: new Uint8Array(new SharedArrayBuffer(addresses.count)),
      control: new Int32Array(new SharedArrayBuffer(AT.length * Int32Array.BYTES_PER_ELEMENT)),
    };
    this.#addressOf = addressesOf(this.#work);
    for (let at = 0; at < threads; at++) {
      new Worker(new URL('./thread.ts', import.meta.url), { workerData: this.#work })
        .on('error', () => Atomics.store(this.#work.control, AT.failed, 1))
        .unref();
    }
  }

  stands(): Uint8Array {
    if (!this.#looked) {
      lookAtFiles(this.#work, this.#addressOf);
      this.#waitFor(AT.looked);
      this.#looked = true;
    }
    return this.#work.stands;
  }

  /** Whether every file of the site stands as the last build left it, and no other beside them. */
  isWhole(): boolean {
    const { count } = this.ledger.addresses;
    return (
      count > 0 && countFiles(this.#work.site) === count && this.stands().every((one) => one === 1)
    );
  }

  /** Lets the threads link what stands, while the build goes on. */
  startLinks(): void {
    this.#say(ORDER.link);
  }

  /** @returns the folder in which every file that stands is linked now */
  links(): string {
    this.stands();
    linkFiles(this.#work, this.#addressOf);
    this.#waitFor(AT.linkDone);
    return this.#work.linked;
  }

  /** Lets nothing more be linked; what is linked stays. */
  stop(): void {
    this.#say(ORDER.stop);
  }

  #say(order: number): void {
    const { control } = this.#work;
    Atomics.store(control, AT.order, order);
    Atomics.notify(control, AT.order);
  }

  #waitFor(done: number): void {
    const { control } = this.#work;
    for (;;) {
      const count = Atomics.load(control, done);
      if (count === this.ledger.addresses.count) return;
      const isOver = Atomics.wait(control, done, count, STALLED_MS) === 'timed-out';
      if (isOver || Atomics.load(control, AT.failed) === 1) {
        throw new Error('The files of the published site could not be looked at or linked.');
      }
    }
  }
}
