import { bounds } from './bounds.ts';
import type { EdtfDate } from './edtf.ts';

/**
 * Orders dates by the earliest day they can mean, then the latest, then by how they are written; 0 only for
 * one and the same spelling. Strings are compared by code unit, never by locale, so that every machine sorts
 * alike.
 */
export function compareDates(a: EdtfDate, b: EdtfDate): number {
  const [boundsA, boundsB] = [bounds(a), bounds(b)];
  return (
    compareText(boundsA.earliest, boundsB.earliest) ||
    compareText(boundsA.latest, boundsB.latest) ||
    compareText(a.text, b.text)
  );
}

/**
 * Sorts what has a date and an id, oldest first, then by id. The bounds of each date are worked out
 * once and not at every comparison.
 */
export function sortByDate<Item extends { readonly id: string }>(
  items: readonly Item[],
  dateOf: (item: Item) => EdtfDate,
): Item[] {
  return items
    .map((item) => {
      const date = dateOf(item);
      return { item, date, ...bounds(date) };
    })
    .sort(
      (a, b) =>
        compareText(a.earliest, b.earliest) ||
        compareText(a.latest, b.latest) ||
        compareText(a.date.text, b.date.text) ||
        compareText(a.item.id, b.item.id),
    )
    .map(({ item }) => item);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
