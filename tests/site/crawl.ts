import { Parser } from 'htmlparser2';
import type { BuiltSite, Page } from './built-site.ts';

/** An address that stands in a page, and what a browser or reader does with it. */
interface Reference {
  readonly address: string;
  /** A reader follows it, the browser loads it by itself, or neither: it only says something. */
  readonly use: 'follow' | 'load' | 'say';
}

/** What a walk over a built site found. */
export interface Walk {
  /** Files that a reader reaches from the front page by links and forms alone. */
  readonly reached: ReadonlySet<string>;
  /** Files that pages load or name. */
  readonly used: ReadonlySet<string>;
  /** References of any page that lead to no file or fragment: `page → address`. */
  readonly dead: readonly string[];
  /** Addresses on other hosts that a browser would load: `page → address`. */
  readonly foreign: readonly string[];
  /** How many links were followed. */
  readonly links: number;
}

const LOADING_LINKS = /\b(?:stylesheet|icon|preload|modulepreload|prefetch|manifest)\b/;

/**
 * Walks a built site over its files, with no code of `src`. Every page's references are checked,
 * those of pages that nothing leads to as well.
 *
 * @param baseUrl full address under which the site is published
 */
export function walk(site: BuiltSite, baseUrl: string): Walk {
  const files = new Set(site.files);
  const pages = new Map(site.pages.map((page) => [page.address, readPage(page)]));
  const dead: string[] = [];
  const foreign: string[] = [];
  const used = new Set<string>();
  const ways = new Map<string, string[]>();
  let links = 0;
  for (const [from, { references }] of pages) {
    const onward: string[] = [];
    ways.set(from, onward);
    for (const { address, use } of references) {
      const url = new URL(address, new URL(from.slice(1), baseUrl));
      if (!url.href.startsWith(baseUrl)) {
        if (use === 'load') foreign.push(`${from} → ${address}`);
        continue;
      }
      const file = fileOf(url, baseUrl);
      const fragment = decodeURIComponent(url.hash.slice(1).replace(/:~:.*$/s, ''));
      if (!files.has(file) || (fragment !== '' && !pages.get(file)?.ids.has(fragment))) {
        dead.push(`${from} → ${address}`);
        continue;
      }
      used.add(file);
      if (use === 'follow') {
        links++;
        onward.push(file);
      }
    }
  }
  const reached = new Set(['/index.html']);
  for (const from of reached) for (const file of ways.get(from) ?? []) reached.add(file);
  return { reached, used, dead, foreign, links };
}

function fileOf(url: URL, baseUrl: string): string {
  const file = `/${decodeURIComponent(url.pathname).slice(new URL(baseUrl).pathname.length)}`;
  return file.endsWith('/') ? `${file}index.html` : file;
}

function readPage({ html }: Page): { references: Reference[]; ids: Set<string> } {
  const references: Reference[] = [];
  const ids = new Set<string>();
  const parser = new Parser({
    onopentag(name, attributes) {
      const add = (address: string | undefined, use: Reference['use']) => {
        if (address !== undefined) references.push({ address, use });
      };
      if (attributes['id'] !== undefined) ids.add(attributes['id']);
      if (name === 'a' || name === 'area') add(attributes['href'], 'follow');
      else if (name === 'link') {
        const loads = LOADING_LINKS.test(attributes['rel'] ?? '');
        add(attributes['href'], loads ? 'load' : 'say');
      } else {
        add(attributes['href'], 'load');
        add(attributes['xlink:href'], 'load');
      }
      if (attributes['property'] === 'og:image') add(attributes['content'], 'say');
      add(attributes['action'], 'follow');
      add(attributes['formaction'], 'follow');
      for (const key of ['src', 'data', 'poster', 'background']) add(attributes[key], 'load');
      for (const image of (attributes['srcset'] ?? '').split(',')) {
        if (image.trim() !== '') add(image.trim().split(/\s/)[0], 'load');
      }
      const refresh = attributes['http-equiv']?.toLowerCase() === 'refresh';
      if (refresh) add(/url=(.*)$/i.exec(attributes['content'] ?? '')?.[1], 'say');
    },
  });
  parser.end(html);
  return { references, ids };
}
