import { sha256 } from '../../record/hash.ts';
import { memoOf } from '../../record/memos.ts';
import type { Written } from './piece-file.ts';

/** What is remembered of files that have the same pieces in the same order. */
export interface KeptGroup {
  /** What they are made from. */
  readonly key: string;
  /** Two words for each piece; none where they are not worth remembering. */
  readonly words: Uint32Array;
  readonly files: readonly (Written & { readonly address: string })[];
}

interface Packed {
  readonly groups: readonly {
    readonly key: string;
    readonly count: number;
    readonly files: readonly (Omit<Written, 'lengths'> & { readonly address: string })[];
  }[];
  /** For each group its words, then for each of its files the lengths. */
  readonly numbers: Uint32Array;
}

const NAME = 'files in pieces';

/** What the last build remembered, by the address of each file. */
export function readKept(): Map<string, KeptGroup> {
  const kept = new Map<string, KeptGroup>();
  const packed = memoOf(NAME).before.get('all')?.value as Packed | undefined;
  let at = 0;
  const take = (count: number) => {
    at += count;
    return packed?.numbers.subarray(at - count, at) ?? new Uint32Array();
  };
  for (const { key, count, files } of packed?.groups ?? []) {
    const words = take(2 * count);
    const group = { key, words, files: files.map((one) => ({ ...one, lengths: take(count) })) };
    for (const { address } of files) kept.set(address, group);
  }
  return kept;
}

/** Remembers files for the next build. */
export function saveKept(groups: readonly KeptGroup[]): void {
  const all = groups.flatMap(({ words, files }) => [words, ...files.map(({ lengths }) => lengths)]);
  const numbers = new Uint32Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const one of all) {
    numbers.set(one, at);
    at += one.length;
  }
  const packed: Packed = {
    groups: groups.map(({ key, words, files }) => ({
      key,
      count: words.length / 2,
      files: files.map(({ lengths: _, ...one }) => one),
    })),
    numbers,
  };
  const key = sha256(JSON.stringify(packed.groups));
  memoOf(NAME).get('all', key, () => packed);
}
