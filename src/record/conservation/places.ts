import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { HOME } from '../../model/address.ts';
import {
  DATA_CSV,
  DATA_NDJSON,
  dataAddress,
  feedAddress,
  sitemapAddress,
} from '../../model/export-address.ts';
import { readHead, type StoredArticle } from '../../model/search/files/head.ts';
import { type Entry, idsIn } from './scan.ts';

/** Where a file of the site is, by its address; undefined where there is none. */
export type FileOf = (address: string) => string | undefined;

/** A part of a site that must hold every article once. */
export interface Place {
  /** Addresses of the files that hold it together. */
  readonly addresses: (site: FileOf) => Iterable<string>;
  /** Ids of the articles that stand in one of them, as often as they stand there. */
  readonly ids: (file: string) => Iterable<string>;
}

const ID = String.raw`(\d{4}\/[a-z0-9-]+)`;

/** Every part of a site but its pages, by the file that it is known by. */
export const PLACES: Readonly<Record<string, Place>> = {
  '/search/head.bin': { addresses: searchTexts, ids: idsOfTexts },
  // Another address than an article's is no id, and is told of as it stands.
  [feedAddress(HOME, 'xml')]: feed('xml', {
    start: '<entry',
    pattern: new RegExp(String.raw`^<entry\b[^>]*><id>(?:[^<]*?\/${ID}\.html|([^<]+))<\/id>`),
  }),
  [feedAddress(HOME, 'json')]: feed('json', {
    start: '{"id":"',
    pattern: new RegExp(String.raw`^\{"id":"(?:[^"]*?\/${ID}\.html|([^"]+))","url":`),
  }),
  '/sitemap.xml': {
    addresses: (site) => numbered(site, (part) => sitemapAddress(part + 1), 0),
    ids: (file) =>
      idsIn(file, {
        start: '<loc>',
        pattern: new RegExp(String.raw`^<loc>[^<]*\/articles\/${ID}\.html<`),
      }),
  },
  ...lines(DATA_CSV, { start: '\n', pattern: new RegExp(`^\n${ID},`) }),
  ...lines(DATA_NDJSON, { start: '\n{"id":"', pattern: /^\n\{"id":"([^"]+)"/ }),
  ...lines(dataAddress('articles.csl.json'), {
    start: '\n{"id":"',
    pattern: /^\n\{"id":"(\d{4})-([^"]+)"/,
  }),
  ...lines(dataAddress('articles.ris'), {
    start: '\nID  - ',
    pattern: /^\nID {2}- (\d{4})-(\S+)/,
  }),
  ...lines(dataAddress('articles.bib'), { start: '\n@', pattern: /^\n@\w+\{(\d{4})-([^,]+),/ }),
};

/** A whole file of data, in which each article has a line that begins with its id. */
function lines(address: string, entry: Entry): Record<string, Place> {
  return { [address]: { addresses: () => [address], ids: (file) => idsIn(file, entry) } };
}

/** The document to subscribe to and the archived ones (RFC 5005), numbered from 1. */
function feed(format: 'xml' | 'json', entry: Entry): Place {
  return {
    *addresses(site) {
      yield feedAddress(HOME, format);
      yield* numbered(site, (part) => feedAddress(HOME, format, part), 1);
    },
    ids: (file) => idsIn(file, entry),
  };
}

function* numbered(
  site: FileOf,
  address: (part: number) => string,
  first: number,
): Generator<string> {
  for (let part = first; site(address(part)) !== undefined; part++) yield address(part);
}

const textsAddress = (number: number) => `/search/texts-${number}.bin`;

/** The files with the texts of articles; how many there are is said by the head of the index. */
function* searchTexts(site: FileOf): Generator<string> {
  const file = site('/search/head.bin');
  if (file === undefined) throw new Error('the file is not there');
  for (const at of readHead(open(file)).head.texts.keys()) yield textsAddress(at);
}

function idsOfTexts(file: string): string[] {
  const stored = JSON.parse(Buffer.from(open(file)).toString('utf8')) as StoredArticle[];
  return stored.map(({ id }) => id);
}

function open(file: string): Uint8Array {
  return new Uint8Array(gunzipSync(readFileSync(file)));
}
