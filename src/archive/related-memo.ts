import { memoOf } from '../record/memos.ts';
import type { Article } from './articles.ts';
import { fingerprint } from './fingerprint.ts';
import { type ArticlesOf, COMMON, findRelated, namesOf, type Related } from './related.ts';

/** Related articles as they are remembered: by ids, and the shared names by their place in the list. */
type Line = readonly (readonly [id: string, shared: readonly number[]])[];

/**
 * Finds related articles, and remembers them from build to build: they depend on nothing but the
 * lists of the names that an article has, so that a new article changes those it shares a name with.
 */
export function relatedFinder(
  articles: readonly Article[],
  articlesOf: ArticlesOf,
): (article: Article) => Related[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const digests = new Map<string, string>();
  const digestOf = (record: Parameters<ArticlesOf>[0]): string => {
    const key = `${record.kind}/${record.id}`;
    let digest = digests.get(key);
    if (digest === undefined) {
      const list = articlesOf(record);
      digest = list.length > COMMON ? 'common' : fingerprint(key, ...list.map(({ id }) => id));
      digests.set(key, digest);
    }
    return digest;
  };
  const memo = memoOf('related');
  return (article) => {
    const names = namesOf(article);
    const line = memo.get<Line>(article.id, fingerprint(...names.map(digestOf)), () =>
      findRelated(article, articlesOf).map(({ article: other, shared }) => [
        other.id,
        shared.map((record) => names.indexOf(record)),
      ]),
    );
    return line.flatMap(([id, shared]) => {
      const other = byId.get(id);
      const records = shared.flatMap((index) => names[index] ?? []);
      return other ? [{ article: other, shared: records }] : [];
    });
  };
}
