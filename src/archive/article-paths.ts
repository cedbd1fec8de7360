import { captureAddress, captureBytesAddress, compareAddress } from '../model/address.ts';
import type { Archive } from './archive.ts';
import type { Article } from './articles.ts';
import { changedPages, type PossiblePage } from './changed-pages.ts';

// What a page shows of other articles is asked for again when it is rendered: the paths of a large
// archive are held until the last page is made, and an article alone is a pointer.

function paramsOf({ id }: Article) {
  const [year = '', slug = ''] = id.split('/');
  return { year, slug };
}

interface ArticlePage extends PossiblePage {
  readonly article: Article;
}

function pathsOf(pages: Iterable<ArticlePage>) {
  return changedPages(pages).map(({ article }) => ({
    params: paramsOf(article),
    props: { article },
  }));
}

/** Pages of articles, with what each shows of other articles. */
export function articlePaths(archive: Archive) {
  return pathsOf(articlePages(archive));
}

function* articlePages(archive: Archive): Generator<ArticlePage> {
  for (const article of archive.articles) {
    const { earlier, later } = archive.neighboursOf(article);
    let shows = `${archive.spellingsKey(article)} ${earlier?.key} ${later?.key}\n`;
    shows += archive.relatedKey(article);
    for (const { article: other, longer, comparison } of archive.carriersOf(article)) {
      shows += `\n${other.key} ${longer} ${comparison}`;
    }
    yield { article, address: article.address, shows };
  }
}

/** Pages that show the captures. */
export function capturePaths({ articles }: Archive) {
  return pathsOf(capturePages(articles));
}

function* capturePages(articles: readonly Article[]): Generator<ArticlePage> {
  for (const article of articles) {
    yield { article, address: captureAddress(article.id), shows: article.key };
  }
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
          shows: `${article.key} ${first.key}`,
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
        shows: article.key,
      })),
    ),
  );
}

/** The bytes of the captures that may be had. */
export function captureBytesPaths({ articles }: Archive) {
  return pathsOf(captureBytesPages(articles));
}

function* captureBytesPages(articles: readonly Article[]): Generator<ArticlePage> {
  for (const article of articles) {
    const { published } = article;
    if (published.kind === 'hash') continue;
    const { sha256 } = published;
    yield { article, address: captureBytesAddress(article.id), shows: sha256 };
  }
}
