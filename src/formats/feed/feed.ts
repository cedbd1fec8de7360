import { fullAddress } from '../../model/address.ts';
import { feedAddress } from '../../model/export-address.ts';
import { type Part, partsOf } from '../../model/lists/parts.ts';
import type { Settings } from '../../model/schema/settings.ts';
import type { Listing } from '../files/listings.ts';
import { surveyOf } from '../files/survey.ts';
import { type ExportedArticle, instantOnDay } from '../reference/holdings.ts';
import type { FeedEntries } from './feed-entries.ts';

/** Articles in one document of a feed; the document to subscribe to holds up to twice as many. */
const PART_SIZE = 50;

/** One document of a feed (RFC 5005, section 4: the subscription document or an archive document). */
export interface FeedDocument {
  readonly page: string;
  readonly title: string;
  readonly settings: Settings;
  readonly entries: FeedEntries;
  /** Numbers of its articles, those that came first first. */
  readonly numbers: readonly number[];
  /** Number from the oldest; undefined for the document to subscribe to. */
  readonly number: number | undefined;
  /** Number of the next older document. */
  readonly older: number | undefined;
  /** Number of the next newer archive document. */
  readonly newer: number | undefined;
}

/**
 * Cuts a list into the documents of its feed. The order is that in which articles came to the
 * archive as far as the record knows it (day of capture, else of publication), and corrections do
 * not move them: a full document stays as it is, so that a subscriber may keep it.
 */
export function feedDocuments(
  { page, title, numbers }: Listing,
  entries: FeedEntries,
): FeedDocument[] {
  const { rankOf, byRank } = entries.arrival;
  const ordered = [...Uint32Array.from(numbers, (number) => rankOf[number] ?? 0).sort()].map(
    (rank) => byRank[rank] ?? 0,
  );
  const parts = partsOf(ordered, PART_SIZE);
  const last = parts.length - 1;
  return parts.map(({ number, items }: Part<number>) => ({
    entries,
    settings: entries.settings,
    page,
    title,
    numbers: items,
    number,
    older: number === undefined ? last || undefined : number - 1 || undefined,
    newer: number === undefined || number === last ? undefined : number + 1,
  }));
}

/** In which order articles came to the archive: their numbers by rank, and their ranks by number. */
export interface Arrival {
  readonly byRank: Uint32Array;
  readonly rankOf: Uint32Array;
}

/** Orders articles by the day on which they came, then by id. */
export function arrivalOf(articles: readonly ExportedArticle[]): Arrival {
  const { arrived: days } = surveyOf(articles);
  const byRank = Uint32Array.from(articles.keys()).sort((a, b) => {
    const [dayA = '', dayB = ''] = [days[a], days[b]];
    if (dayA !== dayB) return dayA < dayB ? -1 : 1;
    return (articles[a]?.id ?? '') < (articles[b]?.id ?? '') ? -1 : 1;
  });
  const rankOf = new Uint32Array(byRank.length);
  for (const [rank, number] of byRank.entries()) rankOf[number] = rank;
  return { byRank, rankOf };
}

/** The instant of the last change to any of some articles, by their numbers; the beginning of time for none. */
export function lastInstant(
  articles: readonly ExportedArticle[],
  numbers: Iterable<number>,
): string {
  const { changed } = surveyOf(articles);
  let [last, instant] = ['', '1970-01-01T00:00:00Z'];
  for (const number of numbers) {
    const [article, day = ''] = [articles[number], changed[number]];
    if (article === undefined || day < last) continue;
    const at = instantOnDay(day, article.id);
    if (at > instant) [last, instant] = [day, at];
  }
  return instant;
}

/** Full address of a document of the same feed. */
export function documentAddress(
  { page, settings }: FeedDocument,
  format: 'xml' | 'json',
  number: number | undefined,
): string {
  return fullAddress(settings.baseUrl, feedAddress(page, format, number));
}
