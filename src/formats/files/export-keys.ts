import type { ExportedArticle, HoldingsToExport } from '../reference/holdings.ts';
import { namesInByline } from '../reference/names.ts';
import type { Piece } from './site-file.ts';

/** What files are made from, in short: equal keys, equal files. */
export interface ExportKeys {
  /** Of everything that exports say of an article. */
  readonly article: (article: ExportedArticle) => string;
  /** Of a list of articles, with what else its file says. */
  readonly list: (articles: readonly ExportedArticle[], also?: string) => string;
  /** Of a file by the keys of its pieces. */
  readonly pieces: (pieces: Iterable<Piece>) => string;
}

/** Makes the keys of an archive, each once. @param digest shortens them */
export function exportKeys(
  { organisations }: HoldingsToExport,
  digest: (text: string) => string = (text) => text,
): ExportKeys {
  const keys = new Map<ExportedArticle, string>();
  const article = (one: ExportedArticle): string => {
    let key = keys.get(one);
    if (key === undefined) {
      const { data, language, outlet, sources, people, places, topics } = one;
      const authors =
        data.byline === undefined ? [] : namesInByline(data.byline, organisations, language);
      const names = [outlet, ...sources, ...people, ...places, ...topics];
      key = digest([one.id, one.digest, language, JSON.stringify(authors), ...names].join('\n'));
      keys.set(one, key);
    }
    return key;
  };
  const list = (articles: readonly ExportedArticle[], also = '') =>
    digest(`${also}\n${articles.map(article).join('')}`);
  const pieces = (all: Iterable<Piece>) => digest([...all].map(({ key }) => key).join('\n'));
  return { article, list, pieces };
}
