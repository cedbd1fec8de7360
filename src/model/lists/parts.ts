/** One page of a long list. */
export interface Part<Item> {
  /** Number of an older part, from 1; undefined for the newest, which stands on the page itself. */
  readonly number: number | undefined;
  /** Oldest first, as they were given. */
  readonly items: readonly Item[];
}

/**
 * Cuts a list into parts, numbered from the oldest, so that a part once full never changes and what
 * grows is the page itself. Astro's `paginate()` numbers from the other end or leaves the newest
 * articles on the last page, so it can't do this.
 *
 * @param items oldest first
 * @param size items of a full part; the page itself holds from `size` to `2 × size - 1` in a long list
 * @returns the page itself first, then the numbered parts from the oldest
 */
export function partsOf<Item>(items: readonly Item[], size: number): Part<Item>[] {
  const full = Math.max(0, Math.floor(items.length / size) - 1);
  const older = Array.from({ length: full }, (_, index) => ({
    number: index + 1,
    items: items.slice(index * size, (index + 1) * size),
  }));
  return [{ number: undefined, items: items.slice(full * size) }, ...older];
}
