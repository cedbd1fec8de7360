import type { RecordLink } from '../model/article-view.ts';

/** What of an article's front matter says whom and what it names. */
type Names = Readonly<Record<'people' | 'places', readonly string[]>>;

/**
 * Orders the people and places that an article names by how few articles name them: what one article
 * alone names tells it apart in a list, what all of them name tells nothing. Ties stay as they were.
 *
 * @param entries every article of the archive
 */
export function rarestFirst(
  entries: readonly { readonly data: Names }[],
): (records: readonly RecordLink[]) => readonly RecordLink[] {
  const counts = new Map<string, number>();
  for (const { data } of entries) {
    for (const kind of ['people', 'places'] as const) {
      for (const id of data[kind]) {
        counts.set(`${kind}/${id}`, (counts.get(`${kind}/${id}`) ?? 0) + 1);
      }
    }
  }
  const count = ({ kind, id }: RecordLink) => counts.get(`${kind}/${id}`) ?? 0;
  return (records) => records.toSorted((a, b) => count(a) - count(b));
}
