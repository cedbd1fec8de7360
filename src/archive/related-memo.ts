import { memoOf } from '../record/memos.ts';
import type { Article } from './articles.ts';
import { digestOf } from './fingerprint.ts';
import { type ArticlesOf, COMMON, findRelated, namesOf, type Related } from './related.ts';

/**
 * Finds related articles, and remembers them from build to build: they depend on nothing but the
 * lists of the names that an article has, so that a new article changes those it shares a name with.
 * An article's are remembered as one text, a line for each: its id, and the shared names by their
 * place in the list.
 */
export function relatedFinder(
  articles: readonly Article[],
  articlesOf: ArticlesOf,
): (article: Article) => Related[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const digests = new Map<Parameters<ArticlesOf>[0], string>();
  const listDigest = (record: Parameters<ArticlesOf>[0]): string => {
    let digest = digests.get(record);
    if (digest === undefined) {
      const list = articlesOf(record);
      digest =
        list.length > COMMON
          ? 'common '
          : digestOf(`${record.kind}/${record.id} ${list.map(({ id }) => id).join(' ')}`);
      digests.set(record, digest);
    }
    return digest;
  };
  const memo = memoOf('related');
  return (article) => {
    const names = namesOf(article);
    if (names.length === 0) return [];
    const lists = digestOf(names.map(listDigest).join(''));
    const lines = memo.get(article.id, lists, () =>
      findRelated(article, articlesOf)
        .map(({ article: other, shared }) =>
          [other.id, ...shared.map((record) => names.indexOf(record))].join(' '),
        )
        .join('\n'),
    );
    if (lines === '') return [];
    return lines.split('\n').flatMap((line) => {
      const [id = '', ...shared] = line.split(' ');
      const other = byId.get(id);
      const records = shared.flatMap((index) => names[Number(index)] ?? []);
      return other ? [{ article: other, shared: records }] : [];
    });
  };
}
