import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';

/** Folder of this project. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** A page of a built site. */
export interface Page {
  /** From the root of the site: `/index.html`. */
  readonly address: string;
  readonly html: string;
  readonly document: Document;
}

/** A built site, read from its folder. */
export interface BuiltSite {
  readonly folder: string;
  /** Addresses of all files, in order. */
  readonly files: readonly string[];
  readonly pages: readonly Page[];
  page(address: string): Page;
  bytes(address: string): Buffer;
}

/** Reads a built site. */
export function openSite(folder: string): BuiltSite {
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new Error(`There is no built site in ${folder}. Run “npm run build” first.`);
  }
  const files = filesBelow(folder).map((file) => `/${file}`);
  const bytes = (address: string) => readFileSync(path.join(folder, address));
  const pages = files.filter((file) => file.endsWith('.html')).map((address) => readPage(address));
  const byAddress = new Map(pages.map((page) => [page.address, page]));

  function readPage(address: string): Page {
    const html = bytes(address).toString('utf8');
    let document: Document | undefined;
    return {
      address,
      html,
      get document() {
        document ??= parseHTML(html).document;
        return document;
      },
    };
  }

  return {
    folder,
    files,
    pages,
    bytes,
    page(address) {
      const page = byAddress.get(address);
      if (page === undefined) throw new Error(`The site in ${folder} has no page ${address}.`);
      return page;
    },
  };
}

/** The site of the shipped archive, as the runner has built it. */
export function shippedSite(): BuiltSite {
  return openSite(path.join(ROOT, 'dist'));
}

/** Paths of all files below a folder, with `/`, in code-unit order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

export function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether a page does nothing but lead from an old address to the one of today. */
export function isRedirect({ document }: Page): boolean {
  return document.querySelector('meta[http-equiv="refresh" i]') !== null;
}

/** Words of an element with single spaces, as a reader takes them in. */
export function words(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Where a link of a page leads, from the root of the site; undefined when it leads out of it. */
export function target({ address }: Page, href: string | null): string | undefined {
  const base = new URL(address, 'site://site');
  if (href === null || !URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  return url.protocol === 'site:' ? url.pathname : undefined;
}

/** Addresses within the site that an element of a page links to, in order, each once. */
export function linksIn(page: Page, element: Element | null | undefined): string[] {
  const links = [...(element?.querySelectorAll('a[href]') ?? [])]
    .map((link) => target(page, link.getAttribute('href')))
    .filter((address) => address !== undefined);
  return [...new Set(links)];
}

/** The main part of a page, without its head and foot. */
export function mainOf({ address, document }: Page): Element {
  const main = document.querySelector('main');
  if (main === null) throw new Error(`${address} has no main part.`);
  return main;
}

/** The `dd` elements that follow the term with these words. */
export function definitionsOf({ document }: Page, term: string): Element[] {
  const found: Element[] = [];
  for (const name of document.querySelectorAll('dt')) {
    if (words(name) !== term) continue;
    for (let next = name.nextElementSibling; next?.tagName === 'DD'; next = next.nextElementSibling)
      found.push(next);
  }
  return found;
}

/** The section of a page under the heading with these words. */
export function sectionOf(page: Page, heading: string | RegExp): Element | undefined {
  const isIt = (text: string) =>
    typeof heading === 'string' ? text === heading : heading.test(text);
  const found = [...mainOf(page).querySelectorAll('h2, h3')].find((title) => isIt(words(title)));
  return found?.closest('section') ?? undefined;
}
