/**
 * A list of whole numbers that grows, in one flat array: lists of millions cost the collector nothing,
 * and what is outgrown is freed at once.
 */
export class Numbers {
  #array: Uint32Array<ArrayBuffer>;
  #length = 0;

  /** @param room numbers that are expected */
  constructor(room = 1024) {
    this.#array = new Uint32Array(room);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#array.length) this.#grow(1);
    this.#array[this.#length++] = value;
  }

  append(values: Uint32Array): void {
    if (this.#length + values.length > this.#array.length) this.#grow(values.length);
    this.#array.set(values, this.#length);
    this.#length += values.length;
  }

  /** The numbers so far; ever the same array until the next one is added. */
  finish(): Uint32Array<ArrayBuffer> {
    if (this.#length < this.#array.length) this.#resize(this.#length);
    return this.#array;
  }

  #grow(more: number): void {
    this.#resize(Math.max(1024, this.#array.length * 2, this.#length + more));
  }

  #resize(length: number): void {
    this.#array = new Uint32Array(this.#array.buffer.transfer(length * 4));
  }
}

/** Lists of numbers one behind the other; each begins where `starts` says and ends where the next begins. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly all: Uint32Array;
}

/** One of the lists. */
export function listAt({ starts, all }: Lists, at: number): Uint32Array {
  return all.subarray(starts[at], starts[at + 1]);
}

/** Makes lists one after the other. */
export class ListsWriter {
  readonly all: Numbers;
  readonly #starts: Numbers;

  /** @param lists and numbers in them that are expected */
  constructor(lists?: number, room?: number) {
    this.all = new Numbers(room);
    this.#starts = new Numbers(lists && lists + 1);
    this.end();
  }

  append(list: Uint32Array): void {
    this.all.append(list);
    this.end();
  }

  /** Ends the list whose numbers were pushed to `all`. */
  end(): void {
    this.#starts.push(this.all.length);
  }

  finish(): Lists {
    return { starts: this.#starts.finish(), all: this.all.finish() };
  }
}

/** Sums up to each place: where lists of these lengths begin, and where the last one ends. */
export function startsOf(lengths: Uint32Array): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  for (let at = 0; at < lengths.length; at++)
    starts[at + 1] = (starts[at] ?? 0) + (lengths[at] ?? 0);
  return starts;
}
