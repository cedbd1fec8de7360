/** A story of the collection, and which copy of the collection it stands for. */
export interface Chosen<Item> {
  readonly item: Item;
  readonly copy: number;
}

/**
 * Chooses so many items: spread evenly over the list where it is longer, in whole copies and an even
 * rest where it is shorter.
 */
export function choose<Item>(items: readonly Item[], count: number): Chosen<Item>[] {
  const chosen: Chosen<Item>[] = [];
  for (let copy = 0; chosen.length < count; copy++) {
    const take = Math.min(items.length, count - chosen.length);
    for (let index = 0; index < take; index++) {
      const item = items[Math.floor((index * items.length) / take)];
      if (item !== undefined) chosen.push({ item, copy });
    }
  }
  return chosen;
}
