import type { Problem } from '../model/problem.ts';
import type { ReadArticle } from './read-articles.ts';

/**
 * Until pages, captures, search and exports can each withhold, an article that must be withheld
 * stops the build rather than being published.
 */
export function checkAccess(articles: readonly ReadArticle[]): Problem[] {
  return articles.flatMap(({ file, data, lineOf }) =>
    data.access === undefined || data.access === 'full'
      ? []
      : [
          {
            file,
            line: lineOf(['access']),
            what: `“access” is “${data.access}”, and withholding is not built yet.`,
            why: 'The build would publish words that somebody decided not to publish.',
            remedy:
              'Take the article and its capture out of the content folder until withholding is built.',
          },
        ],
  );
}
