import { bytesOf } from './packed-file.ts';

/** Many texts in one: a hundred thousand strings of their own are memory, and time of the collector. */
export class Texts {
  /** All of them, one behind the other. */
  readonly all: string;
  /** Where each ends in it, in code units. */
  readonly ends: Uint32Array;
  #table: Int32Array | undefined;
  #next = 0;

  constructor(all = '', ends: Uint32Array = new Uint32Array()) {
    this.all = all;
    this.ends = ends;
  }

  get count(): number {
    return this.ends.length;
  }

  at(index: number): string {
    return this.all.slice(this.#start(index), this.ends[index]);
  }

  is(index: number, text: string): boolean {
    const start = this.#start(index);
    return this.ends[index] === start + text.length && this.all.startsWith(text, start);
  }

  startsWith(index: number, text: string): boolean {
    const start = this.#start(index);
    return (this.ends[index] ?? 0) >= start + text.length && this.all.startsWith(text, start);
  }

  /** Index of a text; -1 where it is none of them. Soonest where texts are asked for in their order, or again. */
  find(text: string): number {
    if (this.#next < this.count && this.is(this.#next, text)) return this.#next++;
    if (this.#next > 0 && this.is(this.#next - 1, text)) return this.#next - 1;
    this.#table ??= this.#hash();
    const mask = this.#table.length - 1;
    for (let slot = hash(text, 0, text.length) & mask; ; slot = (slot + 1) & mask) {
      const index = (this.#table[slot] ?? 0) - 1;
      if (index === -1) return -1;
      if (!this.is(index, text)) continue;
      this.#next = index + 1;
      return index;
    }
  }

  /** Those texts that are chosen, with others behind them. */
  with(chosen: (index: number) => boolean, others: readonly string[]): Texts {
    const pieces: string[] = [];
    const lengths: number[] = [];
    for (let index = 0; index < this.count; index++) {
      if (!chosen(index)) continue;
      const first = index;
      while (index < this.count && chosen(index)) {
        lengths.push((this.ends[index] ?? 0) - this.#start(index));
        index++;
      }
      pieces.push(this.all.slice(this.#start(first), this.ends[index - 1]));
    }
    for (const { length } of others) lengths.push(length);
    return new Texts([...pieces, ...others].join(''), endsOf(lengths));
  }

  /** As the two sections of a packed file. */
  sections(): [Uint8Array, Uint8Array] {
    return [Buffer.from(this.all), bytesOf(this.ends)];
  }

  #start(index: number): number {
    return index === 0 ? 0 : (this.ends[index - 1] ?? 0);
  }

  #hash(): Int32Array {
    const table = new Int32Array(2 ** Math.ceil(Math.log2(this.count * 2 + 2)));
    const mask = table.length - 1;
    for (let index = 0; index < this.count; index++) {
      let slot = hash(this.all, this.#start(index), this.ends[index] ?? 0) & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = index + 1;
    }
    return table;
  }
}

function endsOf(lengths: readonly number[]): Uint32Array {
  const ends = new Uint32Array(lengths.length);
  let end = 0;
  for (let at = 0; at < ends.length; at++) {
    end += lengths[at] ?? 0;
    ends[at] = end;
  }
  return ends;
}

/** FNV-1a over code units. */
function hash(text: string, start: number, end: number): number {
  let sum = 0x811c9dc5;
  for (let at = start; at < end; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum ^ (sum >>> 15)) >>> 0;
}
