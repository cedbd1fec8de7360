import {
  CITATION_FORMATS,
  CORRECTIONS_FEED,
  COVERAGE_CSV,
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
import type { Settings } from '../../model/schema/settings.ts';
import { biblatexFile } from '../citation/biblatex.ts';
import { authoritiesJson } from '../data/authorities.ts';
import { coverageCsv } from '../data/coverage.ts';
import { CSV_HEADER } from '../data/csv.ts';
import { ndjsonLine } from '../data/ndjson.ts';
import { oaiRepository } from '../data/oai.ts';
import { atomFeed } from '../feed/atom.ts';
import { correctionsFeed } from '../feed/corrections.ts';
import { feedDocuments } from '../feed/feed.ts';
import { jsonFeed } from '../feed/json-feed.ts';
import { opml } from '../feed/opml.ts';
import type { ExportedArticle, HoldingsToExport } from '../reference/holdings.ts';
import { type CitationWriter, citationWriter, type Styled } from './citation-writer.ts';
import { type ExportKeys, exportKeys } from './export-keys.ts';
import { type Listing, tagListings, timelineListings, wholeArchive } from './listings.ts';
import { openSearch } from './opensearch.ts';
import { inPieces, one, type Piece, type SiteFile } from './site-file.ts';
import { robots } from './sitemap.ts';
import { withdrawnList } from './withdrawn-list.ts';

/** What exports need beside the holdings. */
export interface ExportContext {
  /** Writes citations in every style; absent where the archive is too large for that. */
  readonly styled?: Styled;
  /** The content folder as lines, for `restore`. */
  readonly recordLines: () => Iterable<Piece>;
  /** Shortens the keys of files and pieces; left out where nobody asks for them. */
  readonly digest?: (text: string) => string;
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
  const keys = exportKeys(holdings, context.digest);
  for (const article of articles) {
    for (const format of CITATION_FORMATS) {
      const text = () => writer.file(article, format);
      yield one(citationAddress(article.id, format), text, keys.article(article));
    }
  }
  const archive = wholeArchive(holdings);
  const tags = tagListings(holdings);
  for (const listing of [...tags, ...timelineListings(holdings)]) {
    if (listing.articles.length > 0) yield* listFiles(listing, { writer, keys, settings });
  }
  for (const listing of [archive, ...tags]) {
    for (const document of feedDocuments(listing, { settings, citation: writer.record })) {
      const at = (format: 'xml' | 'json') => feedAddress(document.page, format, document.number);
      const { title, number, older, newer } = document;
      const key = keys.list(document.articles, [title, number, older, newer].join('\n'));
      yield one(at('xml'), () => atomFeed(document), key);
      yield one(at('json'), () => jsonFeed(document), key);
    }
  }
  yield one(CORRECTIONS_FEED, () => correctionsFeed(holdings));
  if (holdings.withdrawn.length > 0) yield one(WITHDRAWN, () => withdrawnList(holdings));
  yield one(OPML, () => opml([archive, ...tags], settings));
  yield one(OPENSEARCH, () => openSearch(settings));
  yield one(ROBOTS, () => robots(settings.baseUrl));
  yield* dataFiles(holdings, context, { writer, keys, settings });
}

interface ListContext {
  readonly writer: CitationWriter;
  readonly keys: ExportKeys;
  readonly settings: Settings;
}

function* listFiles(
  { page, articles }: Listing,
  { writer, keys, settings }: ListContext,
): Generator<SiteFile> {
  const piecesOf = (
    text: (article: ExportedArticle, at: number) => string,
    [head, foot]: readonly [string, string],
  ) =>
    function* (): Generator<Piece> {
      yield { key: '', text: () => head };
      for (const [at, article] of articles.entries()) {
        // The first one may be written otherwise.
        const key = `${at > 0 ? '' : '1'}${keys.article(article)}`;
        yield { key, text: () => text(article, at) };
      }
      if (foot !== '') yield { key: '', text: () => foot };
    };
  const rights = settings.rights.trim().replace(/\s*\n\s*/g, ' ');
  const pieces = {
    bib: piecesOf((article) => `${writer.bib(article)}\n`, [biblatexFile([], rights), '']),
    ris: piecesOf((article) => `${writer.ris(article)}\r\n`, ['', '']),
    json: piecesOf(
      (article, at) => `${at > 0 ? ',\n' : ''}${writer.csl(article)}`,
      ['[\n', '\n]\n'],
    ),
    csv: piecesOf((article) => writer.csv(article), [CSV_HEADER, '']),
  };
  const key = keys.list(articles);
  for (const format of LIST_FORMATS) yield inPieces(listAddress(page, format), pieces[format], key);
}

function* dataFiles(
  holdings: HoldingsToExport,
  { recordLines }: ExportContext,
  context: ListContext,
): Generator<SiteFile> {
  const { articles, settings } = holdings;
  const { writer, keys } = context;
  const whole = { page: dataAddress('articles.html'), title: '', articles };
  for (const file of listFiles(whole, context)) {
    // `articles.json` would not say what kind of JSON it is.
    yield { ...file, address: file.address.replace(/articles\.json$/, 'articles.csl.json') };
  }
  const key = keys.list(articles);
  const lines = function* (): Generator<Piece> {
    for (const article of articles) {
      yield { key: keys.article(article), text: () => ndjsonLine(article, writer.record(article)) };
    }
  };
  yield inPieces(DATA_NDJSON, lines, key);
  yield one(COVERAGE_CSV, () => coverageCsv(articles, settings));
  for (const kind of KINDS) {
    yield one(dataAddress(`${kind}.json`), () => authoritiesJson(kind, holdings));
  }
  if (articles.length > 0) {
    const records = () => oaiRepository(holdings, writer.record, keys.article);
    yield inPieces(OAI, records, key);
  }
  yield inPieces(DATA_RECORD, recordLines, keys.pieces(recordLines()));
}

/** Whether a file belongs to the data package. */
export function isDataFile(address: string): boolean {
  return address.startsWith(DATA_CSV.slice(0, DATA_CSV.lastIndexOf('/') + 1));
}
