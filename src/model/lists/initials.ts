import { filedUnder } from '../names/index-name.ts';

/** Names that begin alike. */
export interface InitialGroup<Item> {
  readonly initial: string;
  readonly members: readonly Item[];
}

/**
 * Groups a list by the first letter of what its names are filed under, without its marks ("Ł" stays "Ł", "Ö" goes to "O");
 * names that begin with no letter come together under "#".
 *
 * @param items in order of their names
 */
export function byInitial<Item extends { name: string }>(
  items: readonly Item[],
): InitialGroup<Item>[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const [first = ''] = filedUnder(item.name).normalize('NFD');
    const initial = /\p{L}/u.test(first) ? first.toUpperCase() : '#';
    const group = groups.get(initial) ?? [];
    group.push(item);
    groups.set(initial, group);
  }
  return [...groups].map(([initial, members]) => ({ initial, members }));
}
