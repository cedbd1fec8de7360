import { listFiles, readBytes } from './content-files.ts';
import { readArticle } from './read-articles.ts';
import type { Tombstone } from './withdrawn-texts.ts';

const WITHDRAWN = /^access:\s*['"]?withdrawn\b/m;

/** What is left of withdrawn articles, read by itself: the rest of the folder may have problems. */
export function readTombstones(folder: string): Tombstone[] {
  return listFiles(folder).files.flatMap((file) => {
    if (!file.startsWith('articles/')) return [];
    const bytes = readBytes(folder, file);
    if ('what' in bytes || !WITHDRAWN.test(Buffer.from(bytes).toString('latin1'))) return [];
    const { article } = readArticle(folder, file, { whole: true });
    return article?.data.access === 'withdrawn' ? [article] : [];
  });
}
