import { articleAddress } from '../../model/address.ts';
import { countWords } from '../../model/lists/count-words.ts';
import type { Problem } from '../../model/problem.ts';
import type { ArchiveRecord } from '../types.ts';
import { Counted } from './counted.ts';
import { type FileOf, PLACES, type Place } from './places.ts';

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
  const counted = new Counted(ids);
  const pages = ids.filter((id) => site(articleAddress(id)) === undefined);
  const problems = Object.entries(PLACES).flatMap(([file, place]) => {
    try {
      return countPlace(place, site, { of: ids.length, counted }).map((what) => lost(file, what));
    } catch (error) {
      return [lost(file, `it cannot be read (${error instanceof Error ? error.message : error})`)];
    }
  });
  return [...missing(pages, ids.length).map((what) => lost('/articles/', what)), ...problems];
}

/**
 * What is wrong with a part of the site, in words.
 *
 * @param of how many articles the record has; their numbers come first
 */
function countPlace(
  { addresses, ids: read }: Place,
  site: FileOf,
  { of, counted }: { readonly of: number; readonly counted: Counted },
): string[] {
  const counts: number[] = new Array(of).fill(0);
  for (const address of addresses(site)) {
    const file = site(address);
    if (file === undefined) throw new Error(`${address} is not there`);
    for (const id of read(file)) {
      const number = counted.numberOf(id);
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  if (counts.length === of && counts.every((count) => count === 1)) return [];
  const idsWith = (is: (count: number, number: number) => boolean) =>
    [...counts.keys()]
      .filter((number) => is(counts[number] ?? 0, number))
      .map((number) => counted.ids[number] ?? '');
  const twice = idsWith((count, number) => number < of && count > 1);
  const foreign = idsWith((count, number) => number >= of && count > 0);
  return [
    ...missing(
      idsWith((count, number) => number < of && count === 0),
      of,
    ),
    ...(twice.length > 0 ? [`${named(twice)} there more than once`] : []),
    ...(foreign.length > 0 ? [`${named(foreign)} there and not in the record`] : []),
  ];
}

function missing(ids: readonly string[], of: number): string[] {
  return ids.length > 0 ? [`${named(ids)} of ${of} missing`] : [];
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
