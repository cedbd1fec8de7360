import { dateInWords } from '../../model/date/words.ts';
import type { CitationRecord } from '../reference/citation-record.ts';
import { spokenName } from '../reference/names.ts';

/**
 * The citation that stands under a printed article: who wrote what, where and when, and where it is
 * kept. The headline stands as it was printed.
 */
export function printedCitation(record: CitationRecord): string {
  const { authors, agencies, title, outlet, date, circa, archive, location, url } = record;
  const writers = authors.length > 0 ? authors.map(spokenName) : agencies;
  const when = dateInWords(date);
  return [
    ...(writers.length > 0 ? [`${writers.join(', ')}.`] : []),
    `“${title}”.`,
    `${outlet}, ${circa ? `[${when}]` : when}.`,
    `${archive}, ${location}.`,
    url,
  ].join(' ');
}
