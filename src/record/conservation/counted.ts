import { statSync } from 'node:fs';
import { sha256 } from '../hash.ts';
import { memoOf } from '../memos.ts';
import { ofProcess } from '../of-process.ts';

/** What was counted, packed: the ids of all files together, then for each file numbers of its own. */
export interface PackedCounts {
  /** Ids that stand anywhere, a line each. */
  readonly ids: string;
  /** Addresses of files, a line each. */
  readonly addresses: string;
  /** For each file its size and its time of change. */
  readonly stamps: Float64Array;
  /** For each file how many ids it has. */
  readonly sizes: Uint32Array;
  /** Places of the ids in the list of all, file by file. */
  readonly numbers: Uint32Array;
}

interface Line {
  readonly size: number;
  readonly mtimeMs: number;
  readonly numbers: Uint32Array;
}

/** What somebody else counted in a file, right after it was written. */
export interface Aside {
  readonly size: number;
  readonly mtimeMs: number;
  /** A line each. */
  readonly ids: string;
}

const NAME = 'counted articles';
const aside = ofProcess<Map<string, Aside>>('counted aside');

/**
 * Knows which articles stand in which file, as numbers: those of the record first, in its order, then
 * others as they are met. A file is read again only when it isn't, by size and time of change, the one that was
 * counted before.
 */
export class Counted {
  /** Ids by their numbers. */
  readonly ids: string[];
  readonly #numbers: Map<string, number>;
  readonly #before: ReadonlyMap<string, Line>;
  readonly #now = new Map<string, Line>();

  /** @param ids those of the record @param before what an earlier build counted */
  constructor(ids: readonly string[], before?: PackedCounts) {
    this.ids = [...ids];
    this.#numbers = new Map(ids.map((id, number) => [id, number]));
    this.#before = this.#unpack(before);
  }

  /** Numbers of the articles in a file, as `read` finds them, or found them before. */
  in(address: string, file: string, read: (file: string) => Iterable<string>): Uint32Array {
    const { size, mtimeMs } = statSync(file);
    let line = this.#before.get(address);
    if (line?.size !== size || line.mtimeMs !== mtimeMs) {
      const other = aside.get()?.get(address);
      const isSame = other?.size === size && other.mtimeMs === mtimeMs;
      const numbers = isSame ? this.#numbersOf(other.ids) : this.#numbersIn(read(file));
      line = { size, mtimeMs, numbers };
    }
    this.#now.set(address, line);
    return line.numbers;
  }

  /** What was counted, for the next build. */
  pack(): PackedCounts {
    const lines = [...this.#now.values()];
    const sizes = Uint32Array.from(lines, ({ numbers }) => numbers.length);
    const numbers = new Uint32Array(sizes.reduce((sum, size) => sum + size, 0));
    let at = 0;
    for (const line of lines) {
      numbers.set(line.numbers, at);
      at += line.numbers.length;
    }
    return {
      ids: this.ids.join('\n'),
      addresses: [...this.#now.keys()].join('\n'),
      stamps: Float64Array.from(lines.flatMap(({ size, mtimeMs }) => [size, mtimeMs])),
      sizes,
      numbers,
    };
  }

  #last: { readonly ids: string; readonly numbers: Uint32Array } | undefined;

  /** Whole files of data have the same articles in the same order. */
  #numbersOf(ids: string): Uint32Array {
    if (this.#last?.ids !== ids) {
      this.#last = { ids, numbers: this.#numbersIn(ids === '' ? [] : ids.split('\n')) };
    }
    return this.#last.numbers;
  }

  #numbersIn(ids: Iterable<string>): Uint32Array {
    const numbers: number[] = [];
    for (const id of ids) numbers.push(this.#numberOf(id));
    return Uint32Array.from(numbers);
  }

  #numberOf(id: string): number {
    let number = this.#numbers.get(id);
    if (number === undefined) {
      number = this.ids.push(id) - 1;
      this.#numbers.set(id, number);
    }
    return number;
  }

  #unpack(packed: PackedCounts | undefined): Map<string, Line> {
    const lines = new Map<string, Line>();
    if (packed === undefined) return lines;
    const now = Uint32Array.from(packed.ids.split('\n'), (id) => this.#numberOf(id));
    const numbers = packed.numbers.map((number) => now[number] ?? 0);
    let at = 0;
    for (const [index, address] of packed.addresses.split('\n').entries()) {
      const end = at + (packed.sizes[index] ?? 0);
      const [size = 0, mtimeMs = 0] = packed.stamps.subarray(2 * index);
      lines.set(address, { size, mtimeMs, numbers: numbers.subarray(at, end) });
      at = end;
    }
    return lines;
  }
}

/** What the last build counted. */
export function countedBefore(): PackedCounts | undefined {
  return memoOf(NAME).before.get('all')?.value as PackedCounts | undefined;
}

/** Remembers what was counted. */
export function saveCounted(counted: Counted): void {
  const packed = counted.pack();
  memoOf(NAME).get('all', sha256(`${packed.addresses}\n${packed.stamps}`), () => packed);
}

/** Tells what stands in a file, as read from it after it was written, so that it is not read once more. */
export function rememberAside(address: string, counted: Aside): void {
  (aside.get() ?? aside.set(new Map())).set(address, counted);
}
