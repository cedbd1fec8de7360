import type { RecordLink } from '../model/article-view.ts';
import type { Article } from './articles.ts';

/** An article that shares people or places with another, and which. */
export interface Related {
  readonly article: Article;
  /** The shared records, rarest first. */
  readonly shared: readonly RecordLink[];
}

/** Records that more articles than this name say little; they are not followed. */
export const COMMON = 400;

/** Articles of a record. */
export type ArticlesOf = (record: RecordLink) => readonly Article[];

/** The names by which articles are related. */
export function namesOf({ people, places }: Article): readonly RecordLink[] {
  return [...people, ...places];
}

/**
 * Ranks the articles that share people and places with one: the rarer a shared name, the more it
 * counts, as in inverse document frequency (Spärck Jones 1972).
 *
 * @param articlesOf articles of a record
 * @returns at most `most`, best first; ties by id
 */
export function findRelated(article: Article, articlesOf: ArticlesOf, most = 4): Related[] {
  const shares = new Map<Article, { weight: number; shared: RecordLink[] }>();
  const records = namesOf(article)
    .map((record) => ({ record, articles: articlesOf(record) }))
    .filter(({ articles }) => articles.length <= COMMON)
    .sort((a, b) => a.articles.length - b.articles.length);
  for (const { record, articles } of records) {
    const weight = 1 / Math.log2(1 + articles.length);
    for (const other of articles) {
      if (other === article) continue;
      const share = shares.get(other) ?? { weight: 0, shared: [] };
      share.weight += weight;
      share.shared.push(record);
      shares.set(other, share);
    }
  }
  return [...shares]
    .sort(([a, m], [b, n]) => n.weight - m.weight || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(([other, { shared }]) => ({ article: other, shared }));
}
