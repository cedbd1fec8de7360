import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HOME, NOT_FOUND } from '../../../model/address.ts';
import { listFiles } from '../../../record/content-files.ts';
import { readDocument } from './document.ts';
import { type PageFacts, readPage } from './page.ts';

/** A reference that leads nowhere. */
export interface DeadReference {
  readonly page: string;
  readonly address: string;
  readonly reason: 'no file' | 'no such fragment';
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
 */
export function crawlSite(folder: string, baseUrl: string): Crawl {
  const files = listFiles(folder).files.map((file) => `/${file}`);
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
  const reached = new Set<string>();
  const dead: DeadReference[] = [];
  const foreign: { page: string; address: string }[] = [];
  const queue = [HOME, NOT_FOUND];
  for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
    if (reached.has(from) || !isRead(from) || !known.has(from)) {
      if (known.has(from)) reached.add(from);
      continue;
    }
    reached.add(from);
    for (const { address, loads } of page(from).references) {
      const target = resolve(from, address, baseUrl);
      if (target === undefined) {
        if (loads && /^(?:[a-z]+:)?\/\//i.test(address)) foreign.push({ page: from, address });
        continue;
      }
      if (!known.has(target.address)) dead.push({ page: from, address, reason: 'no file' });
      else if (target.fragment !== '' && !page(target.address).ids.has(target.fragment)) {
        dead.push({ page: from, address, reason: 'no such fragment' });
      } else if (!reached.has(target.address)) queue.push(target.address);
    }
  }
  return { files, reached, dead, foreign };
}

/** Pages, and the feeds and lists that lead on to others. */
function isRead(address: string): boolean {
  return /\.(?:html|xml|opml)$|(?:^\/|\.)feed(?:-\d+)?\.json$/.test(address);
}

/** Where a reference leads within the site; undefined when it leads out of it. */
function resolve(
  from: string,
  reference: string,
  baseUrl: string,
): { address: string; fragment: string } | undefined {
  const base = new URL(baseUrl);
  const url = new URL(reference, new URL(from.slice(1), base));
  if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname)) return undefined;
  const file = `/${decodeURIComponent(url.pathname.slice(base.pathname.length))}`;
  return {
    address: file.endsWith('/') ? `${file}index.html` : file,
    fragment: decodeURIComponent(url.hash.slice(1)),
  };
}
