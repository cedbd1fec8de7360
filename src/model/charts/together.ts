/**
 * How many lists hold both of two keys, for every two of some keys.
 *
 * @param lists keys of each article, no key twice in one
 * @param keys which keys to count, in the order of rows and columns
 * @returns a square table, symmetric; on its diagonal how many lists hold the key at all
 */
export function countTogether(
  lists: Iterable<readonly string[]>,
  keys: readonly string[],
): readonly (readonly number[])[] {
  const at = new Map(keys.map((key, index) => [key, index]));
  const table = keys.map(() => new Array<number>(keys.length).fill(0));
  for (const list of lists) {
    const held = list.flatMap((key) => at.get(key) ?? []);
    for (const row of held) {
      const counts = table[row] as number[];
      for (const column of held) counts[column] = (counts[column] ?? 0) + 1;
    }
  }
  return table;
}

/**
 * How full a cell is beside the fullest, 1 to 4; 0 where nothing stands. Even steps: over time counts lie
 * close together, and the square root would paint all of them alike.
 */
export function shareOf(count: number, fullest: number): number {
  return Math.ceil((count / Math.max(fullest, 1)) * 4);
}

/** The same by the square root, for counts of which a few are far above the rest. */
export function levelOf(count: number, fullest: number): number {
  return count === 0 ? 0 : Math.ceil(Math.sqrt(count / Math.max(fullest, 1)) * 4);
}
