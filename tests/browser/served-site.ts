import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { createStaticServer } from '../../src/cli/static-server.ts';
import { borrowBrowser, returnBrowser } from './launch.ts';

/** The folder of the shipped site, as the runner has built it. */
export const SHIPPED = path.resolve(import.meta.dirname, '../../dist');

/** A built site that is served, to be looked at in the browser that all share. */
export interface ServedSite {
  /** Full address of the site's folder, ending in "/". */
  readonly url: string;
  /** Full address of a page by its address from the root of the site. */
  at(address: string): string;
  /** A page of its own, in a browser that knows nothing yet. */
  open(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Serves a built site on a free port, for the browser that all share.
 *
 * @param under path below which it is served, as some hosts do
 */
export async function serveSite(root = SHIPPED, under = '/'): Promise<ServedSite> {
  if (!existsSync(path.join(root, 'index.html'))) {
    throw new Error(`There is no built site in ${root}. Run “npm run build” first.`);
  }
  const server = createStaticServer({ root, under });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${under}`;
  const browser = await borrowBrowser();
  const contexts = new Set<BrowserContext>();
  return {
    url,
    at: (address) => new URL(address.slice(1), url).href,
    async open(options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      contexts.add(context);
      context.setDefaultTimeout(15_000);
      return context.newPage();
    },
    async close() {
      for (const context of contexts) await context.close();
      await returnBrowser();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Ends a page with everything that it kept. */
export async function shut(page: Page): Promise<void> {
  await page.context().close();
}

/** One address for each kind of page. */
export const KINDS_OF_PAGE: Readonly<Record<string, string>> = {
  'the front page': '/index.html',
  'an article with supplied facts':
    '/articles/2009/lukashenka-says-he-will-make-no-new-concessions-to-west.html',
  'an article without supplied facts':
    '/articles/2019/belarus-leader-seeks-better-ties-with-west-despite-russian-hysterics.html',
  'a capture': '/articles/2010/lukashenko-accuses-moscow-of-meddling.capture.html',
  'a person': '/people/alexander-lukashenko.html',
  'a place': '/places/belarus.html',
  'an outlet': '/outlets/the-moscow-times.html',
  'a source': '/sources/reuters.html',
  'a topic': '/topics/relations-with-russia.html',
  'an index of people': '/people.html',
  'an index of outlets': '/outlets.html',
  'the timeline': '/timeline.html',
  'a year': '/timeline/2019.html',
  'a month': '/timeline/2019-12.html',
  'a day': '/timeline/2019-03-05.html',
  'the about page': '/about.html',
  'the search page': '/search.html',
  'the page for missing addresses': '/no/such/page.html',
};
