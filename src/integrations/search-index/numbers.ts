/** A list of whole numbers that grows, in one flat array: lists of millions cost the collector nothing. */
export class Numbers {
  #array = new Uint32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    this.#room(1);
    this.#array[this.#length++] = value;
  }

  append(values: Uint32Array): void {
    this.#room(values.length);
    this.#array.set(values, this.#length);
    this.#length += values.length;
  }

  /** The numbers so far. */
  finish(): Uint32Array {
    return this.#array.slice(0, this.#length);
  }

  #room(more: number): void {
    if (this.#length + more <= this.#array.length) return;
    const larger = new Uint32Array(Math.max(this.#array.length * 2, this.#length + more));
    larger.set(this.#array);
    this.#array = larger;
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
  readonly all = new Numbers();
  readonly #starts = new Numbers();

  constructor() {
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
