import { memoOf } from '../record/memos.ts';
import type { Article } from './articles.ts';
import { digestOf } from './fingerprint.ts';
import { type ArticlesOf, COMMON, findRelated, namesOf, type Related } from './related.ts';

/** Finds the articles that are related to one. */
export interface RelatedFinder {
  readonly relatedTo: (article: Article) => Related[];
  /** What a page shows of them, in digests; the names that are shared by their place in the article's own list. */
  readonly relatedKey: (article: Article) => string;
}

/**
 * Finds related articles, and remembers them from build to build: they depend on nothing but the
 * lists of the names that an article has, so that a new article changes those it shares a name with.
 * An article's are remembered as one text, a line for each: its id, and the shared names by their
 * place in the list.
 */
export function relatedFinder(articles: readonly Article[], articlesOf: ArticlesOf): RelatedFinder {
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
  const linesOf = (article: Article): string[] => {
    const names = namesOf(article);
    if (names.length === 0) return [];
    let lists = '';
    for (const name of names) lists += listDigest(name);
    const lines = memo.get(article.id, digestOf(lists), () =>
      findRelated(article, articlesOf)
        .map(({ article: other, shared }) =>
          [other.id, ...shared.map((record) => names.indexOf(record))].join(' '),
        )
        .join('\n'),
    );
    return lines === '' ? [] : lines.split('\n');
  };
  return {
    relatedTo(article) {
      const names = namesOf(article);
      return linesOf(article).flatMap((line) => {
        const [id = '', ...shared] = line.split(' ');
        const other = byId.get(id);
        const records = shared.flatMap((index) => names[Number(index)] ?? []);
        return other ? [{ article: other, shared: records }] : [];
      });
    },
    relatedKey(article) {
      let key = '';
      for (const line of linesOf(article)) {
        key += `${line} ${byId.get(line.slice(0, line.indexOf(' ')))?.key}\n`;
      }
      return key;
    },
  };
}
