import { articleAddress, HOME } from './address.ts';

/** What one citation, or a list of them, can be had as. */
export const CITATION_FORMATS = ['txt', 'bib', 'ris', 'json'] as const;

export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** What a whole list can be had as: the citations, and a table for a spreadsheet. */
export const LIST_FORMATS = ['bib', 'ris', 'json', 'csv'] as const;

export type ListFormat = (typeof LIST_FORMATS)[number];

/** Citation of an article: CSL-JSON (`.json`), BibLaTeX (`.bib`), RIS (`.ris`) or text (`.txt`). */
export function citationAddress(id: string, format: CitationFormat): string {
  return `${withoutEnding(articleAddress(id))}${format}`;
}

/** The articles of a tag page or timeline page as one file. */
export function listAddress(page: string, format: ListFormat): string {
  return `${withoutEnding(page)}${format}`;
}

/**
 * Feed of the whole archive or of a tag page.
 *
 * @param page address of the tag page, or of the front page for the whole archive
 * @param part number of an archived document, from the oldest; absent for the feed to subscribe to
 */
export function feedAddress(page: string, format: 'xml' | 'json', part?: number): string {
  const number = part === undefined ? '' : `-${part}`;
  if (page === HOME) return `/feed${number}.${format}`;
  return `${withoutEnding(page)}feed${number}.${format}`;
}

export const CORRECTIONS_FEED = '/corrections.xml';
/** Addresses that a host should answer with 410 Gone; only where something was withdrawn. */
export const WITHDRAWN = '/withdrawn.txt';
export const OPML = '/feeds.opml';
export const OPENSEARCH = '/opensearch.xml';
export const SITEMAP = '/sitemap.xml';
export const ROBOTS = '/robots.txt';
export const OAI = '/data/oai.xml';
export const DATA_PACKAGE = '/data/datapackage.json';
export const DATA_CSV = '/data/articles.csv';
export const COVERAGE_CSV = '/data/coverage.csv';
export const DATA_NDJSON = '/data/articles.ndjson';
export const DATA_RECORD = '/data/record.ndjson';

/** Numbered part of the sitemap, from 1. */
export function sitemapAddress(part: number): string {
  return `/sitemap-${part}.xml`;
}

/** The authority records of a kind, or the citations of all articles, as one file. */
export function dataAddress(name: string): string {
  return `/data/${name}`;
}

/** In an archive of more articles than this, citations in styles are written in the browser alone. */
const MOST_STYLED = 1000;

/** Whether the citation as text holds every style in an archive of so many articles. */
export function areStylesWritten(count: number): boolean {
  return count <= MOST_STYLED;
}

/** The address of a page but for its `html`. */
function withoutEnding(page: string): string {
  return page.slice(0, -'html'.length);
}

/** Every file of the site with its SHA-256, as `sha256sum -c` reads it. */
export const SITE_HASHES = '/site-sha256.txt';
