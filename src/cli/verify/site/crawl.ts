import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HOME, NOT_FOUND } from '../../../model/address.ts';
import { listFiles } from '../../../record/content-files.ts';
import { readSiteManifest, SITE_MANIFEST } from '../../../record/site-manifest.ts';
import { readDocument } from './document.ts';
import { type PageFacts, readPage } from './page.ts';

/** A reference that leads nowhere. */
export interface DeadReference {
  readonly page: string;
  readonly address: string;
  readonly reason: 'no file' | 'no such fragment' | 'outside the site' | 'not an address';
}

/** What a walk over the built site from its front page found. */
export interface Crawl {
  /** Addresses of all files of the site, in order. */
  readonly files: readonly string[];
  readonly reached: ReadonlySet<string>;
  readonly dead: readonly DeadReference[];
  /** Addresses on other hosts that a browser would load by itself. */
  readonly foreign: readonly { readonly page: string; readonly address: string }[];
}

/**
 * Walks the built site as a reader would, over its files.
 *
 * @param folder the built site
 * @param baseUrl full address it is published under; references to it are followed too
 * @param entrances addresses that readers come to from elsewhere, beside the front page
 */
export function crawlSite(
  folder: string,
  { baseUrl, entrances = [] }: { baseUrl: string; entrances?: Iterable<string> },
): Crawl {
  // What others put there is not part of the site.
  const ours = readSiteManifest(folder)?.files;
  const files = listFiles(folder)
    .files.filter((file) => ours === undefined || ours.has(file) || file === SITE_MANIFEST)
    .map((file) => `/${file}`);
  const known = new Set(files);
  const pages = new Map<string, PageFacts>();
  const page = (address: string): PageFacts => {
    let facts = pages.get(address);
    if (facts === undefined) {
      const text = readFileSync(path.join(folder, address), 'utf8');
      facts = address.endsWith('.html') ? readPage(text) : readDocument(text);
      pages.set(address, facts);
    }
    return facts;
  };
  const dead: DeadReference[] = [];
  const foreign: { page: string; address: string }[] = [];
  const starts = [HOME, NOT_FOUND, ...entrances].filter((address) => known.has(address));
  // A set is walked in the order in which it grows.
  const reached = new Set(starts);
  for (const from of reached) {
    if (!isRead(from)) continue;
    for (const { address, loads } of page(from).references) {
      const target = resolve(from, address, baseUrl);
      if (target === undefined) {
        if (loads && /^(?:[a-z]+:)?\/\//i.test(address)) foreign.push({ page: from, address });
      } else if (typeof target === 'string') dead.push({ page: from, address, reason: target });
      else if (!known.has(target.address)) dead.push({ page: from, address, reason: 'no file' });
      else if (target.fragment !== '' && !page(target.address).ids.has(target.fragment)) {
        dead.push({ page: from, address, reason: 'no such fragment' });
      } else reached.add(target.address);
    }
  }
  return { files, reached, dead, foreign };
}

/** Pages, and the feeds and lists that lead on to others. */
function isRead(address: string): boolean {
  return /\.(?:html|xml|opml)$|(?:^\/|\.)feed(?:-\d+)?\.json$/.test(address);
}

interface Target {
  readonly address: string;
  readonly fragment: string;
}

/** A host that is none, with so many folders that a link which climbs out of the site shows. */
const NOWHERE = 'http://site.invalid/1/2/3/4/5/6/7/8/9';

/** Where a reference leads within the site; undefined when it leads to another, or the reason why it is dead. */
function resolve(
  from: string,
  reference: string,
  baseUrl: string,
): Target | DeadReference['reason'] | undefined {
  const isFull = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(reference);
  const isOfHost = !isFull && reference.startsWith('/');
  const base = isFull || isOfHost ? new URL(baseUrl).href : `${NOWHERE}/`;
  try {
    const { href } = new URL(reference, isOfHost || isFull ? baseUrl : `${NOWHERE}${from}`);
    if (!href.startsWith(base)) return isFull ? undefined : 'outside the site';
    const { pathname, hash } = new URL(href);
    const file = `/${decodeURIComponent(pathname.slice(new URL(base).pathname.length))}`;
    return {
      address: file.endsWith('/') ? `${file}index.html` : file,
      // What follows `:~:` is for the browser, which marks those words; it names no element.
      fragment: decodeURIComponent(hash.slice(1).replace(/:~:.*$/s, '')),
    };
  } catch {
    return 'not an address';
  }
}
