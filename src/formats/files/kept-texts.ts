/** Bytes that are taken at once; texts beside them would each cost an object of their own. */
const CHUNK = 1 << 22;

const encoder = new TextEncoder();

/** Texts by number, each made once, when it is first asked for, and kept as UTF-8 outside the heap. */
export class KeptTexts {
  readonly #make: (number: number) => string;
  readonly #chunks: Uint8Array[] = [];
  readonly #chunkOf: Int32Array;
  readonly #starts: Uint32Array;
  readonly #lengths: Uint32Array;
  #free = 0;

  /** @param count numbers that there are, from 0 */
  constructor(count: number, make: (number: number) => string) {
    this.#make = make;
    this.#chunkOf = new Int32Array(count).fill(-1);
    this.#starts = new Uint32Array(count);
    this.#lengths = new Uint32Array(count);
  }

  /** A text, made now; its bytes are kept. */
  text(number: number): string {
    const text = this.#make(number);
    if (this.#chunkOf[number] === -1) this.#keep(number, text);
    return text;
  }

  /** A text as UTF-8. */
  bytes(number: number): Uint8Array {
    if (this.#chunkOf[number] === -1) this.#keep(number, this.#make(number));
    const start = this.#starts[number] ?? 0;
    const chunk = this.#chunks[this.#chunkOf[number] ?? 0] ?? new Uint8Array();
    return chunk.subarray(start, start + (this.#lengths[number] ?? 0));
  }

  /** Gives the memory back; what is asked for later is made again. */
  drop(): void {
    this.#chunks.length = 0;
    this.#chunkOf.fill(-1);
    this.#free = 0;
  }

  #keep(number: number, text: string): void {
    let chunk = this.#chunks.at(-1);
    let room = chunk?.subarray(this.#free);
    let done = room === undefined ? undefined : encoder.encodeInto(text, room);
    if (chunk === undefined || done === undefined || done.read < text.length) {
      // A letter of UTF-16 takes three bytes at most.
      chunk = new Uint8Array(Math.max(CHUNK, text.length * 3));
      room = chunk;
      this.#chunks.push(chunk);
      this.#free = 0;
      done = encoder.encodeInto(text, room);
    }
    this.#chunkOf[number] = this.#chunks.length - 1;
    this.#starts[number] = this.#free;
    this.#lengths[number] = done.written;
    this.#free += done.written;
  }
}
