const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/** Writes numbers and texts as bytes: numbers as LEB128, seven bits a byte, texts with their length. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** @param value whole number from 0 to 2^31 - 1 */
  number(value: number): this {
    // Most are small.
    if ((value & 127) === value) {
      this.#push(value);
      return this;
    }
    if (!Number.isInteger(value) || value < 0 || value > 0x7fffffff) {
      throw new RangeError(`${value} is not a whole number from 0 to 2147483647`);
    }
    let rest = value;
    while (rest > 127) {
      this.#push((rest & 127) | 128);
      rest >>>= 7;
    }
    this.#push(rest);
    return this;
  }

  text(value: string): this {
    return this.bytes(ENCODER.encode(value));
  }

  /** A run of bytes with its length before it. */
  bytes(value: Uint8Array): this {
    this.number(value.length);
    this.#room(value.length);
    this.#bytes.set(value, this.#length);
    this.#length += value.length;
    return this;
  }

  /** Ascending numbers, from one place to another, as their differences, with their count before them. */
  ascending(values: ArrayLike<number>, from = 0, to = values.length): this {
    this.number(to - from);
    let last = 0;
    for (let index = from; index < to; index++) {
      const value = values[index] ?? 0;
      this.number(value - last);
      last = value;
    }
    return this;
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  /** What was written, good until more is written, which begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    return taken;
  }

  #push(byte: number): void {
    this.#room(1);
    this.#bytes[this.#length++] = byte;
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Reads what `ByteWriter` wrote. @throws RangeError where the bytes end too soon */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  number(): number {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError('The file ends in the middle of a number.');
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
      shift += 7;
    }
  }

  text(): string {
    return DECODER.decode(this.bytes());
  }

  bytes(): Uint8Array {
    const length = this.number();
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError('The file ends in the middle of a text.');
    const found = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return found;
  }

  ascending(): Uint32Array {
    const values = new Uint32Array(this.number());
    let last = 0;
    for (let index = 0; index < values.length; index++) {
      last += this.number();
      values[index] = last;
    }
    return values;
  }
}

/** How many code units two texts have in common at their beginning, never half a character. */
export function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return /[\uD800-\uDBFF]/.test(a[length - 1] ?? '') ? length - 1 : length;
}
