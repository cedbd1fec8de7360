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
  const counts = new Map<string, { record: RecordLink; count: number }>();
  for (const record of articles.flatMap(recordsOf)) {
    if (record.kind === kind && record.id === id) continue;
    const key = `${record.kind}/${record.id}`;
    const companion = counts.get(key) ?? { record, count: 0 };
    companion.count++;
    counts.set(key, companion);
  }
  const ranked = [...counts.values()].sort(
    (a, b) => b.count - a.count || (a.record.name < b.record.name ? -1 : 1),
  );
  return new Map(
    KINDS.map((of) => [of, ranked.filter(({ record }) => record.kind === of).slice(0, most)]),
  );
}
