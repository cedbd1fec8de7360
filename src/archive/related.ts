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
  const records = namesOf(article)
    .map((record) => ({ record, articles: articlesOf(record) }))
    .filter(({ articles }) => articles.length <= COMMON)
    .sort((a, b) => a.articles.length - b.articles.length);
  const weights = new Map<Article, number>();
  for (const { articles } of records) {
    const weight = 1 / Math.log2(1 + articles.length);
    for (const other of articles) weights.set(other, (weights.get(other) ?? 0) + weight);
  }
  weights.delete(article);
  return firstOf(weights, most).map((other) => {
    const names = new Set(namesOf(other).map(keyOf));
    const shared = records.map(({ record }) => record).filter((one) => names.has(keyOf(one)));
    return { article: other, shared };
  });
}

/** The heaviest; ties by id. Hundreds are weighed for each that is taken, so they are not sorted. */
function firstOf(weights: ReadonlyMap<Article, number>, most: number): Article[] {
  const first: { article: Article; weight: number }[] = [];
  for (const [article, weight] of weights) {
    const last = first.length < most ? undefined : first.at(-1);
    if (last && (weight < last.weight || (weight === last.weight && article.id > last.article.id)))
      continue;
    const at = first.findIndex(
      (one) => weight > one.weight || (weight === one.weight && article.id < one.article.id),
    );
    first.splice(at < 0 ? first.length : at, 0, { article, weight });
    if (first.length > most) first.pop();
  }
  return first.map(({ article }) => article);
}

function keyOf({ kind, id }: RecordLink): string {
  return `${kind}/${id}`;
}
