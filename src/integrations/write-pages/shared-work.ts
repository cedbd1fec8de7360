/** How many pages are taken at once: few, so that no thread is left with the last ones, but not one by one. */
const BATCH = 16;

/** Where the shared numbers stand. */
const [NEXT, DONE] = [0, 1];

/** Numbers that threads share: which page is the next that nobody has taken, and how many are done. */
export function sharedNumbers(): SharedArrayBuffer {
  return new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
}

/**
 * Hands out positions in a list that all threads hold alike, each position to one of them. Whoever is
 * quicker takes more.
 */
export class SharedWork {
  readonly #numbers: Int32Array;
  readonly #total: number;

  /** @param numbers of {@link sharedNumbers}, the same memory in every thread */
  constructor(numbers: SharedArrayBuffer, total: number) {
    this.#numbers = new Int32Array(numbers);
    this.#total = total;
  }

  *[Symbol.iterator](): Generator<number> {
    for (;;) {
      const from = Atomics.add(this.#numbers, NEXT, BATCH);
      if (from >= this.#total) return;
      for (let at = from; at < Math.min(from + BATCH, this.#total); at++) {
        yield at;
        Atomics.add(this.#numbers, DONE, 1);
      }
    }
  }

  /** How many are done, by all threads. */
  get done(): number {
    return Atomics.load(this.#numbers, DONE);
  }

  /** Nobody takes any more: what was begun is finished, and no more. */
  stop(): void {
    Atomics.store(this.#numbers, NEXT, this.#total);
  }
}
