import { fullAddress } from '../../model/address.ts';
import { feedAddress } from '../../model/export-address.ts';
import { type Part, partsOf } from '../../model/lists/parts.ts';
import type { Settings } from '../../model/schema/settings.ts';
import type { Listing } from '../files/listings.ts';
import type { CitationRecord } from '../reference/citation-record.ts';
import { changeInstant, type ExportedArticle, lastChange } from '../reference/holdings.ts';

/** Articles in one document of a feed; the document to subscribe to holds up to twice as many. */
const PART_SIZE = 50;

/** One document of a feed (RFC 5005, section 4: the subscription document or an archive document). */
export interface FeedDocument {
  readonly page: string;
  readonly title: string;
  readonly settings: Settings;
  readonly citation: (article: ExportedArticle) => CitationRecord;
  /** Oldest first. */
  readonly articles: readonly ExportedArticle[];
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
  { page, title, articles }: Listing,
  context: Pick<FeedDocument, 'settings' | 'citation'>,
): FeedDocument[] {
  const ordered = articles
    .map((article) => ({ article, arrived: arrival(article) }))
    .sort((a, b) =>
      a.arrived === b.arrived
        ? a.article.id < b.article.id
          ? -1
          : 1
        : a.arrived < b.arrived
          ? -1
          : 1,
    )
    .map(({ article }) => article);
  const parts = partsOf(ordered, PART_SIZE);
  const last = parts.length - 1;
  return parts.map(({ number, items }: Part<ExportedArticle>) => ({
    ...context,
    page,
    title,
    articles: items,
    number,
    older: number === undefined ? last || undefined : number - 1 || undefined,
    newer: number === undefined || number === last ? undefined : number + 1,
  }));
}

function arrival({ date, data }: ExportedArticle): string {
  return (
    data.capture.capturedAt?.slice(0, 10) ??
    lastChange({ date, data: { ...data, corrections: [] } })
  );
}

/** The instant of the last change to any of some articles; the beginning of time for none. */
export function lastInstant(
  articles: readonly Pick<ExportedArticle, 'id' | 'date' | 'data'>[],
): string {
  let last = '1970-01-01T00:00:00Z';
  for (const article of articles) {
    const instant = changeInstant(article);
    if (instant > last) last = instant;
  }
  return last;
}

/** Full address of a document of the same feed. */
export function documentAddress(
  { page, settings }: FeedDocument,
  format: 'xml' | 'json',
  number: number | undefined,
): string {
  return fullAddress(settings.baseUrl, feedAddress(page, format, number));
}
