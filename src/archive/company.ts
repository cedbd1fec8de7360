import type { RecordLink } from '../model/article-view.ts';
import { KINDS, type Kind } from '../model/kinds.ts';
import { recordsOf } from './archive.ts';
import type { Article } from './articles.ts';

/** A record that appears in the same articles as another, and in how many. */
export interface Companion {
  readonly record: RecordLink;
  readonly count: number;
}

/**
 * Who and what a record appears with, by kind, most often first.
 *
 * @param articles those of the record
 * @param most how many of each kind
 */
export function companyOf(
  { kind, id }: Pick<RecordLink, 'kind' | 'id'>,
  articles: readonly Article[],
  most = 12,
): ReadonlyMap<Kind, readonly Companion[]> {
  // Articles share one object for each record that they refer to.
  const counts = new Map<RecordLink, number>();
  for (const article of articles) {
    for (const record of recordsOf(article)) counts.set(record, (counts.get(record) ?? 0) + 1);
  }
  const ranked = [...counts]
    .filter(([record]) => record.kind !== kind || record.id !== id)
    .map(([record, count]): Companion => ({ record, count }))
    .sort((a, b) => b.count - a.count || (a.record.name < b.record.name ? -1 : 1));
  return new Map(
    KINDS.map((of) => [of, ranked.filter(({ record }) => record.kind === of).slice(0, most)]),
  );
}
