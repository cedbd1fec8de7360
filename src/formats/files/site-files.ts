import {
  CITATION_FORMATS,
  CORRECTIONS_FEED,
  citationAddress,
  DATA_CSV,
  feedAddress,
  OPENSEARCH,
  OPML,
  ROBOTS,
  WITHDRAWN,
} from '../../model/export-address.ts';
import { atomFeed } from '../feed/atom.ts';
import { correctionsFeed } from '../feed/corrections.ts';
import { feedDocuments } from '../feed/feed.ts';
import { feedEntries } from '../feed/feed-entries.ts';
import { jsonFeed } from '../feed/json-feed.ts';
import { opml } from '../feed/opml.ts';
import type { HoldingsToExport } from '../reference/holdings.ts';
import { citationWriter, type Styled } from './citation-writer.ts';
import { dataFiles, type RecordLines } from './data-files.ts';
import { type Digest, exportKeys } from './export-keys.ts';
import { type ListContext, listFiles } from './list-files.ts';
import { tagListings, timelineListings, wholeArchive } from './listings.ts';
import { openSearch } from './opensearch.ts';
import { type FileGroup, inPieces, one, type SiteFile } from './site-file.ts';
import { robots } from './sitemap.ts';
import { withdrawnList } from './withdrawn-list.ts';

/** What exports need beside the holdings. */
export interface ExportContext {
  /** Writes citations in every style; absent where the archive is too large for that. */
  readonly styled?: Styled;
  /** The content folder as lines, for `restore`; absent where only addresses are asked for. */
  readonly recordLines?: () => RecordLines;
  /** Shortens keys; absent where nobody asks for them. */
  readonly digest?: Digest;
}

/** Every export of the archive, as {@link fileGroups} has them. */
export function* siteFiles(
  holdings: HoldingsToExport,
  context: ExportContext = {},
): Generator<SiteFile> {
  for (const { files } of fileGroups(holdings, context)) yield* files();
}

/**
 * Every export of the archive but the sitemap, which lists what else was built, and the data package,
 * which holds the hashes of the files. Time and memory grow with the articles, not with their square.
 */
export function* fileGroups(
  holdings: HoldingsToExport,
  context: ExportContext = {},
): Generator<FileGroup> {
  const { settings, articles } = holdings;
  const writer = citationWriter(holdings, context.styled);
  const keys = exportKeys(holdings, context.digest ?? noDigest);
  const list: ListContext = { writer, keys, settings };
  for (const [number, { id }] of articles.entries()) {
    const addresses = CITATION_FORMATS.map((format) => citationAddress(id, format));
    yield {
      key: () => keys.article(number),
      addresses,
      files: () =>
        CITATION_FORMATS.map((format, at) =>
          one(addresses[at] ?? '', () => writer.file(number, format)),
        ),
    };
  }
  const archive = wholeArchive(holdings);
  const tags = tagListings(holdings);
  for (const listing of [...tags, ...timelineListings(holdings)]) {
    if (listing.numbers.length > 0) yield listFiles(listing, list);
  }
  yield* dataFiles(holdings, list, context.recordLines);
  for (const entries of Object.values(writer.entries)) entries.drop();
  yield* feeds([archive, ...tags], holdings, list);
  const single = (address: string, text: () => string): FileGroup => ({
    addresses: [address],
    files: () => [one(address, text)],
  });
  yield single(CORRECTIONS_FEED, () => correctionsFeed(holdings));
  if (holdings.withdrawn.length > 0) yield single(WITHDRAWN, () => withdrawnList(holdings));
  yield single(OPML, () => opml([archive, ...tags], settings));
  yield single(OPENSEARCH, () => openSearch(settings));
  yield single(ROBOTS, () => robots(settings.baseUrl));
}

function* feeds(
  listings: readonly Parameters<typeof feedDocuments>[0][],
  holdings: HoldingsToExport,
  { writer, keys }: ListContext,
): Generator<FileGroup> {
  const entries = feedEntries(holdings, writer.record);
  for (const listing of listings) {
    for (const document of feedDocuments(listing, entries)) {
      const { page, title, numbers, number, older, newer } = document;
      const [xml, json] = [feedAddress(page, 'xml', number), feedAddress(page, 'json', number)];
      yield {
        key: () => keys.list(numbers, [title, number, older, newer].join('\n')),
        addresses: [xml, json],
        files: () => [inPieces(xml, atomFeed(document)), inPieces(json, jsonFeed(document))],
      };
    }
  }
}

/** Whether a file belongs to the data package. */
export function isDataFile(address: string): boolean {
  return address.startsWith(DATA_CSV.slice(0, DATA_CSV.lastIndexOf('/') + 1));
}

function noDigest(): string {
  throw new Error('Nobody said how to shorten keys.');
}
