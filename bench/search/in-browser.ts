import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { createStaticServer } from '../../src/cli/static-server.ts';

/** Lighthouse's slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms for a round trip. */
const SLOW_4G = {
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
  latency: 150,
  offline: false,
};

/** A first query in a browser that knows nothing yet. */
export interface ColdQuery {
  /** Bytes that came over the wire, packed as the server packs them. */
  readonly bytes: number;
  readonly requests: number;
  /** From the request of the page to ten results and facets on the screen. */
  readonly milliseconds: number;
  /** Longest task of the main thread. */
  readonly longestTask: number;
}

/** A page as the stock JavaScript API of Pagefind is used: search, then ten results. */
const STOCK = `<!doctype html><html lang="en"><title>s</title><body><ol></ol><script type="module">
const q = new URLSearchParams(location.search).get('q');
const pagefind = await import('./pagefind/pagefind.js');
const [found] = await Promise.all([pagefind.search(q), pagefind.filters()]);
const first = await Promise.all(found.results.slice(0, 10).map((one) => one.data()));
for (const { excerpt } of first) document.querySelector('ol').append(Object.assign(document.createElement('li'), { className: 'entry', textContent: excerpt }));
document.title = 'done';
</script>`;

/** Serves a built site and asks it in Chromium. */
export async function withSite<Result>(
  folder: string,
  use: (ask: (query: string, stock: boolean) => Promise<ColdQuery>) => Promise<Result>,
): Promise<Result> {
  const server = createStaticServer({ root: folder, under: '/' });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    return await use((query, stock) => cold(browser, base, query, stock));
  } finally {
    await browser.close();
    server.close();
  }
}

async function cold(
  browser: Browser,
  base: string,
  query: string,
  stock: boolean,
): Promise<ColdQuery> {
  const page = await (await browser.newContext()).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let [bytes, requests] = [0, 0];
  page.on('requestfinished', async (request) => {
    const sizes = await request.sizes().catch(() => undefined);
    bytes += (sizes?.responseBodySize ?? 0) + (sizes?.responseHeadersSize ?? 0);
    requests++;
  });
  await watch(page);
  if (stock)
    await page.route('**/stock.html*', (route) =>
      route.fulfill({ body: STOCK, contentType: 'text/html' }),
    );
  await session.send('Page.navigate', {
    url: `${base}${stock ? 'stock' : 'search'}.html?q=${encodeURIComponent(query)}`,
  });
  const { milliseconds, longestTask } = await watched(session);
  await page.context().close();
  return { bytes, requests, milliseconds, longestTask };
}

interface Watched {
  readonly milliseconds: number;
  readonly longestTask: number;
}

/**
 * Asked of the page by itself and seldom: a locator of Playwright’s brings a third of a megabyte of script, which takes
 * a slow processor longer than anything of ours.
 */
async function watched(session: CDPSession): Promise<Watched> {
  const until = performance.now() + 30_000;
  while (performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { result } = await session.send('Runtime.evaluate', {
      expression: 'window.shown ? `${window.shown} ${window.longest}` : ""',
    });
    const [shown = 0, longest = 0] = String(result.value).split(' ').map(Number);
    if (shown > 0) return { milliseconds: shown, longestTask: longest };
  }
  throw new Error('No ten results came within 30 s.');
}

/** Notes in the page when ten results stand there, with facets, in milliseconds from the start of the navigation. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const all = window as unknown as { longest: number; shown: number };
    [all.longest, all.shown] = [0, 0];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) all.longest = Math.max(all.longest, duration);
    }).observe({ entryTypes: ['longtask'] });
    const look = () => {
      const facets =
        document.title === 'done' || document.querySelector('[data-facets] > *') !== null;
      if (document.querySelectorAll('.entry').length < 10 || !facets)
        return requestAnimationFrame(look);
      return requestAnimationFrame(() => {
        all.shown = performance.now();
      });
    };
    requestAnimationFrame(look);
  });
}
