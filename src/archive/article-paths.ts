import { captureAddress, captureBytesAddress, compareAddress } from '../model/address.ts';
import type { Archive } from './archive.ts';
import { type Article, isPublishedWhole } from './articles.ts';
import { changedPages } from './changed-pages.ts';

function paramsOf({ id }: Article) {
  const [year = '', slug = ''] = id.split('/');
  return { year, slug };
}

/** Pages of articles, with what each shows of other articles. */
export function articlePaths({ articles, ...archive }: Archive) {
  const pages = articles.map((article) => {
    const { earlier, later } = archive.neighboursOf(article);
    const related = archive.relatedTo(article);
    const carriers = archive.carriersOf(article);
    return {
      params: paramsOf(article),
      props: { article, earlier, later, related, carriers },
      address: article.address,
      shows: [
        archive.spellingsKey(article),
        [earlier?.key, later?.key],
        related.map(({ article: { key }, shared }) => [key, shared.map(({ name }) => name)]),
        carriers.map(({ article: { key }, longer, comparison }) => [key, longer, comparison]),
      ],
    };
  });
  return changedPages(pages);
}

/** Pages that show the captures. */
export function capturePaths({ articles }: Archive) {
  return changedPages(
    articles.map((article) => ({
      params: paramsOf(article),
      props: { article },
      address: captureAddress(article.id),
      shows: [article.key],
    })),
  );
}

/** Pages that compare a story with how it was printed first. */
export function comparisonPaths({ articles, firstOf }: Archive) {
  return changedPages(
    articles.flatMap((article) => {
      const first = firstOf(article);
      if (first === undefined) return [];
      return [
        {
          params: paramsOf(article),
          props: { article, first },
          address: compareAddress(article.id),
          shows: [article.key, first.key],
        },
      ];
    }),
  );
}

/** What stands at the addresses of withdrawn articles and of their captures. */
export function withdrawnPaths({ withdrawn }: Archive) {
  return changedPages(
    withdrawn.flatMap((article) =>
      [article.address, captureAddress(article.id)].map((address) => ({
        params: { withdrawn: address.slice('/articles/'.length, -'.html'.length) },
        props: { article, address },
        address,
        shows: [article.key],
      })),
    ),
  );
}

/** The bytes of the captures that may be had. */
export function captureBytesPaths({ articles }: Archive) {
  return changedPages(
    articles.filter(isPublishedWhole).map((article) => ({
      params: paramsOf(article),
      props: { article },
      address: captureBytesAddress(article.id),
      shows: [article.data.capture.sha256],
    })),
  );
}
