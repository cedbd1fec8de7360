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

/** Serves a folder on a free port and gives a browser that asks its pages, each time knowing nothing yet. */
export async function withSite<Result>(
  folder: string,
  use: (ask: (page: string, query: string) => Promise<ColdQuery>) => Promise<Result>,
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
    return await use((page, query) =>
      cold(browser, `${base}${page}?q=${encodeURIComponent(query)}`),
    );
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

async function cold(browser: Browser, address: string): Promise<ColdQuery> {
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
  await session.send('Page.navigate', { url: address });
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
  const until = performance.now() + 120_000;
  while (performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { result } = await session.send('Runtime.evaluate', {
      expression: '[window.shown, window.longest].join(" ")',
    });
    const [shown = 0, longest = 0] = String(result.value).split(' ').map(Number);
    if (shown > 0) return { milliseconds: shown, longestTask: longest };
  }
  throw new Error('No ten results came within two minutes.');
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
      if (document.querySelectorAll('.entry, .pagefind-ui__result').length < 10 || !facets)
        return requestAnimationFrame(look);
      return requestAnimationFrame(() => {
        all.shown = performance.now();
      });
    };
    requestAnimationFrame(look);
  });
}
