import type { Section } from './packed-file.ts';

/** Many pieces of bytes in one, each found by where it ends. */
export class Pieces {
  readonly all: Uint8Array;
  readonly ends: Float64Array;

  constructor(all: Uint8Array = new Uint8Array(), ends: Float64Array = new Float64Array()) {
    this.all = all;
    this.ends = ends;
  }

  at(index: number): Uint8Array {
    return this.all.subarray(this.#start(index), this.ends[index]);
  }

  /** Those pieces that are chosen, with others behind them, as two sections: where each ends, and the bytes. */
  with(
    chosen: (index: number) => boolean,
    others: readonly Uint8Array[],
  ): [ends: Float64Array, bytes: Section] {
    const ends = new Float64Array(this.ends.length + others.length);
    const runs: Uint8Array[] = [];
    let [count, end] = [0, 0];
    for (let index = 0; index < this.ends.length; index++) {
      if (!chosen(index)) continue;
      const from = this.#start(index);
      const shift = end - from;
      while (index < this.ends.length && chosen(index)) {
        end = (this.ends[index] ?? 0) + shift;
        ends[count++] = end;
        index++;
      }
      runs.push(this.all.subarray(from, end - shift));
    }
    for (const piece of others) {
      end += piece.length;
      ends[count++] = end;
      runs.push(piece);
    }
    return [ends.subarray(0, count), runs];
  }

  #start(index: number): number {
    return index === 0 ? 0 : (this.ends[index - 1] ?? 0);
  }
}
