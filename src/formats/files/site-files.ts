import {
  CITATION_FORMATS,
  CORRECTIONS_FEED,
  citationAddress,
  DATA_CSV,
  DATA_NDJSON,
  DATA_RECORD,
  dataAddress,
  feedAddress,
  LIST_FORMATS,
  listAddress,
  OAI,
  OPENSEARCH,
  OPML,
  ROBOTS,
  WITHDRAWN,
} from '../../model/export-address.ts';
import { KINDS } from '../../model/kinds.ts';
import { biblatexFile } from '../citation/biblatex.ts';
import { authoritiesJson } from '../data/authorities.ts';
import { CSV_HEADER } from '../data/csv.ts';
import { ndjsonLine } from '../data/ndjson.ts';
import { oaiRepository } from '../data/oai.ts';
import { atomFeed } from '../feed/atom.ts';
import { correctionsFeed } from '../feed/corrections.ts';
import { feedDocuments } from '../feed/feed.ts';
import { jsonFeed } from '../feed/json-feed.ts';
import { opml } from '../feed/opml.ts';
import type { HoldingsToExport } from '../reference/holdings.ts';
import { type CitationWriter, citationWriter, type Styled } from './citation-writer.ts';
import { type Listing, tagListings, timelineListings, wholeArchive } from './listings.ts';
import { openSearch } from './opensearch.ts';
import { robots } from './sitemap.ts';
import { withdrawnList } from './withdrawn-list.ts';

/** A file of the site that is not a page. Its text is made when it is asked for, in pieces. */
export interface SiteFile {
  readonly address: string;
  readonly text: () => Iterable<string>;
}

/** What exports need beside the holdings. */
export interface ExportContext {
  /** Writes citations in every style; absent where the archive is too large for that. */
  readonly styled?: Styled;
  /** The content folder as lines, for `restore`. */
  readonly recordLines: () => Iterable<string>;
}

/**
 * Every export of the archive but the sitemap, which lists what else was built, and the data package,
 * which holds the hashes of the files. Time and memory grow with the articles, not with their square.
 */
export function* siteFiles(
  holdings: HoldingsToExport,
  context: ExportContext,
): Generator<SiteFile> {
  const { settings, articles } = holdings;
  const writer = citationWriter(holdings, context.styled);
  for (const article of articles) {
    for (const format of CITATION_FORMATS) {
      yield one(citationAddress(article.id, format), () => writer.file(article, format));
    }
  }
  const archive = wholeArchive(holdings);
  const tags = tagListings(holdings);
  for (const listing of [...tags, ...timelineListings(holdings)]) {
    if (listing.articles.length > 0) yield* listFiles(listing, writer, holdings);
  }
  for (const listing of [archive, ...tags]) {
    for (const document of feedDocuments(listing, { settings, citation: writer.record })) {
      const at = (format: 'xml' | 'json') => feedAddress(document.page, format, document.number);
      yield one(at('xml'), () => atomFeed(document));
      yield one(at('json'), () => jsonFeed(document));
    }
  }
  yield one(CORRECTIONS_FEED, () => correctionsFeed(holdings));
  if (holdings.withdrawn.length > 0) yield one(WITHDRAWN, () => withdrawnList(holdings));
  yield one(OPML, () => opml([archive, ...tags], settings));
  yield one(OPENSEARCH, () => openSearch(settings));
  yield one(ROBOTS, () => robots(settings.baseUrl));
  yield* dataFiles(holdings, context, writer);
}

function* listFiles(
  { page, articles }: Listing,
  writer: CitationWriter,
  { settings }: HoldingsToExport,
): Generator<SiteFile> {
  const pieces = {
    *bib() {
      yield biblatexFile([], settings.rights.trim().replace(/\s*\n\s*/g, ' '));
      for (const article of articles) yield `${writer.bib(article)}\n`;
    },
    *ris() {
      for (const article of articles) yield `${writer.ris(article)}\r\n`;
    },
    *json() {
      yield '[\n';
      for (const [at, article] of articles.entries())
        yield `${at > 0 ? ',\n' : ''}${writer.csl(article)}`;
      yield '\n]\n';
    },
    *csv() {
      yield CSV_HEADER;
      for (const article of articles) yield writer.csv(article);
    },
  };
  for (const format of LIST_FORMATS) {
    yield { address: listAddress(page, format), text: pieces[format] };
  }
}

function* dataFiles(
  holdings: HoldingsToExport,
  { recordLines }: ExportContext,
  writer: CitationWriter,
): Generator<SiteFile> {
  const { articles } = holdings;
  const whole = { page: dataAddress('articles.html'), title: '', articles };
  for (const file of listFiles(whole, writer, holdings)) {
    // `articles.json` would not say what kind of JSON it is.
    const address = file.address.replace(/articles\.json$/, 'articles.csl.json');
    yield { address, text: file.text };
  }
  yield {
    address: DATA_NDJSON,
    *text() {
      for (const article of articles) yield ndjsonLine(article, writer.record(article));
    },
  };
  for (const kind of KINDS) {
    yield one(dataAddress(`${kind}.json`), () => authoritiesJson(kind, holdings));
  }
  if (articles.length > 0) {
    yield { address: OAI, text: () => oaiRepository(holdings, writer.record) };
  }
  yield { address: DATA_RECORD, text: recordLines };
}

function one(address: string, text: () => string): SiteFile {
  return { address, text: () => [text()] };
}

/** Whether a file belongs to the data package. */
export function isDataFile(address: string): boolean {
  return address.startsWith(DATA_CSV.slice(0, DATA_CSV.lastIndexOf('/') + 1));
}
