import { countWords } from '../../model/lists/count-words.ts';
import type { Problem } from '../../model/problem.ts';
import type { ArchiveRecord } from '../types.ts';
import { type FileOf, PLACES } from './places.ts';

/** Ids named in a problem at most. */
const NAMED = 5;

/**
 * Checks that nothing was lost on the way: every article of the record stands once, and nothing else
 * stands, among the pages, in the search index, in the feeds with their archive, in the sitemap and
 * in the rows of the data.
 *
 * @param site where each file of the site is
 */
export function checkConservation(
  site: FileOf,
  { articles }: Pick<ArchiveRecord, 'articles'>,
): Problem[] {
  const ids = articles.map(({ id }) => id);
  return Object.entries(PLACES).flatMap(([file, place]) => {
    const counts = new Map(ids.map((id) => [id, 0]));
    const foreign: string[] = [];
    try {
      for (const id of place(site, ids)) {
        const count = counts.get(id);
        if (count === undefined) foreign.push(id);
        else counts.set(id, count + 1);
      }
    } catch (error) {
      return [lost(file, `it cannot be read (${error instanceof Error ? error.message : error})`)];
    }
    const missing = ids.filter((id) => counts.get(id) === 0);
    const twice = ids.filter((id) => (counts.get(id) ?? 0) > 1);
    return [
      ...(missing.length > 0 ? [lost(file, `${named(missing)} of ${ids.length} missing`)] : []),
      ...(twice.length > 0 ? [lost(file, `${named(twice)} there more than once`)] : []),
      ...(foreign.length > 0 ? [lost(file, `${named(foreign)} there and not in the record`)] : []),
    ];
  });
}

function named(ids: readonly string[]): string {
  const more = ids.length > NAMED ? ', …' : '';
  return `${countWords(ids.length, 'article')} (${ids.slice(0, NAMED).join(', ')}${more})`;
}

function lost(file: string, what: string): Problem {
  return {
    file,
    what: `Not every article stands here once: ${what}.`,
    why: 'Articles in the record, pages, entries of search, feeds and sitemap, and rows of data must be the same; what one of them lacks is lost for those who come that way.',
    remedy: 'Run “npm run build -- --cold”. If it stays so, report it: it is a fault of Pressmark.',
  };
}
