import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { articleAddress, HOME } from '../../model/address.ts';
import {
  DATA_CSV,
  DATA_NDJSON,
  dataAddress,
  feedAddress,
  sitemapAddress,
} from '../../model/export-address.ts';
import { readHead, type StoredArticle } from '../../model/search/files/head.ts';

/** Ids of the articles that stand in one part of a built site, as often as they stand there. */
export type Place = (site: FileOf, ids: readonly string[]) => Iterable<string>;

/** Where a file of the site is, by its address; undefined where there is none. */
export type FileOf = (address: string) => string | undefined;

/** Every part of a site that must hold every article once, by the file that it is known by. */
export const PLACES: Readonly<Record<string, Place>> = {
  '/articles/': (site, ids) => ids.filter((id) => site(articleAddress(id)) !== undefined),
  '/search/head.bin': inSearch,
  [feedAddress(HOME, 'xml')]: (site) => inFeed(site, 'xml', /<entry\b[^>]*><id>([^<]+)<\/id>/g),
  [feedAddress(HOME, 'json')]: (site) => inFeed(site, 'json', /\{"id":"([^"]+)","url":/g),
  '/sitemap.xml': inSitemap,
  [DATA_CSV]: (site) => inLines(site, DATA_CSV, /^(\d{4}\/[a-z0-9-]+),/),
  [DATA_NDJSON]: (site) => inLines(site, DATA_NDJSON, /^\{"id":"([^"]+)"/),
  [dataAddress('articles.csl.json')]: (site) =>
    inLines(site, dataAddress('articles.csl.json'), /^\{"id":"(\d{4})-([^"]+)"/),
  [dataAddress('articles.ris')]: (site) =>
    inLines(site, dataAddress('articles.ris'), /^ID {2}- (\d{4})-(\S+)/),
  [dataAddress('articles.bib')]: (site) =>
    inLines(site, dataAddress('articles.bib'), /^@\w+\{(\d{4})-([^,]+),/),
};

function* inSearch(site: FileOf): Generator<string> {
  const open = (name: string) => new Uint8Array(gunzipSync(read(site, `/search/${name}.bin`)));
  const { head } = readHead(open('head'));
  for (const at of head.texts.keys()) {
    const stored = JSON.parse(new TextDecoder().decode(open(`texts-${at}`))) as StoredArticle[];
    for (const { id } of stored) yield id;
  }
}

/** Goes through the document to subscribe to and the archived ones (RFC 5005), numbered from 1. */
function* inFeed(site: FileOf, format: 'xml' | 'json', entry: RegExp): Generator<string> {
  const address = (part: number) => feedAddress(HOME, format, part || undefined);
  for (let part = 0; part === 0 || site(address(part)) !== undefined; part++) {
    const text = read(site, address(part)).toString('utf8');
    for (const [, id = ''] of text.matchAll(entry)) yield idIn(id);
  }
}

function* inSitemap(site: FileOf): Generator<string> {
  for (let part = 1; site(sitemapAddress(part)) !== undefined; part++) {
    const text = read(site, sitemapAddress(part)).toString('utf8');
    for (const [, address = ''] of text.matchAll(/<loc>([^<]+)<\/loc>/g)) {
      if (/\/articles\/\d{4}\/[a-z0-9-]+\.html$/.test(address)) yield idIn(address);
    }
  }
}

function read(site: FileOf, address: string): Buffer {
  const file = site(address);
  if (file === undefined) throw new Error('the file is not there');
  return readFileSync(file);
}

/** `<year>/<slug>` at the end of an article's address. */
function idIn(address: string): string {
  return /(\d{4}\/[a-z0-9-]+)\.html$/.exec(address)?.[1] ?? address;
}

/** Ids at the beginning of lines; a file of data can be longer than the longest string. */
function* inLines(site: FileOf, address: string, pattern: RegExp): Generator<string> {
  const name = site(address);
  if (name === undefined) return;
  const handle = openSync(name, 'r');
  const buffer = Buffer.alloc(1 << 20);
  // Only the beginning of a line is looked at, so letters that a buffer's end cuts do no harm.
  let rest = '';
  try {
    for (let size = 1; size > 0; ) {
      size = readSync(handle, buffer);
      const lines = (rest + buffer.toString('utf8', 0, size)).split('\n');
      rest = size === 0 ? '' : (lines.pop() ?? '');
      for (const line of lines) {
        const found = pattern.exec(line.slice(0, 400));
        if (found) yield found.slice(1).join('/');
      }
    }
  } finally {
    closeSync(handle);
  }
}
