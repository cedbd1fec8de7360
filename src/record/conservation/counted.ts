import { statSync } from 'node:fs';
import { memoOf } from '../memos.ts';

/** What was counted, packed: the ids of all files together, then for each file numbers of its own. */
interface Packed {
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
  readonly ids: readonly string[];
}

const NAME = 'counted articles';

/**
 * Remembers which articles stand in which file, so that only those files are read again which were made
 * anew: a file of the same size and time of change is the one that was counted.
 */
export class Counted {
  readonly #before: ReadonlyMap<string, Line>;
  readonly #now = new Map<string, Line>();

  /** @param before what was counted by an earlier build: {@link countedBefore} */
  constructor(before: ReadonlyMap<string, Line> = new Map()) {
    this.#before = before;
  }

  /** Ids in a file: those that were counted, if it still is as it was, else those that `read` finds in it now. */
  ids(address: string, file: string, read: (file: string) => Iterable<string>): readonly string[] {
    const { size, mtimeMs } = statSync(file);
    const before = this.#before.get(address);
    const isSame = before?.size === size && before.mtimeMs === mtimeMs;
    const line = isSame ? before : { size, mtimeMs, ids: [...read(file)] };
    this.#now.set(address, line);
    return line.ids;
  }

  /** Remembers what was counted for the next build. */
  save(): void {
    const places = new Map<string, number>();
    const lines = [...this.#now.values()];
    const numbers = lines.flatMap(({ ids }) =>
      ids.map((id) => {
        const place = places.get(id) ?? places.size;
        places.set(id, place);
        return place;
      }),
    );
    const packed: Packed = {
      ids: [...places.keys()].join('\n'),
      addresses: [...this.#now.keys()].join('\n'),
      stamps: Float64Array.from(lines.flatMap(({ size, mtimeMs }) => [size, mtimeMs])),
      sizes: Uint32Array.from(lines, ({ ids }) => ids.length),
      numbers: Uint32Array.from(numbers),
    };
    memoOf(NAME).now.set('all', { key: '', value: packed });
  }
}

/** What the last build counted, by address. */
export function countedBefore(): Map<string, Line> {
  const lines = new Map<string, Line>();
  const packed = memoOf(NAME).before.get('all')?.value as Packed | undefined;
  if (packed === undefined) return lines;
  const ids = packed.ids.split('\n');
  let at = 0;
  for (const [index, address] of packed.addresses.split('\n').entries()) {
    const count = packed.sizes[index] ?? 0;
    const numbers = packed.numbers.subarray(at, at + count);
    at += count;
    lines.set(address, {
      size: packed.stamps[2 * index] ?? 0,
      mtimeMs: packed.stamps[2 * index + 1] ?? 0,
      ids: Array.from(numbers, (number) => ids[number] ?? ''),
    });
  }
  return lines;
}
