import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { KINDS_OF_PAGE, type ServedSite, serveSite, shut } from './served-site.ts';

const ARTICLE = KINDS_OF_PAGE['an article with supplied facts'] ?? '';

let site: ServedSite;

/** Gets nothing but documents; what else it asks for is kept in `asked` by its type. */
let bare: Page;
const asked: string[] = [];

before(async () => {
  site = await serveSite();
  bare = await site.open();
  await bare.route('**/*', (route) => {
    asked.push(route.request().resourceType());
    return route.request().isNavigationRequest() ? route.continue() : route.abort();
  });
});

after(() => site.close());

describe('A page of the site', () => {
  for (const [kind, address] of Object.entries(KINDS_OF_PAGE)) {
    it(`is painted from one request, with type and colours: ${kind}`, async () => {
      asked.length = 0;
      await bare.goto(site.at(address));
      const look = await bare.evaluate(() => {
        const body = getComputedStyle(document.body);
        const heading = document.querySelector('h1');
        return {
          family: body.fontFamily,
          background: body.backgroundColor,
          heading: heading?.checkVisibility() ? heading.innerText.length : 0,
          words: document.querySelector('main')?.innerText.length ?? 0,
        };
      });
      assert.match(look.family, /Georgia|Palatino|Noto Serif/);
      assert.notEqual(look.background, 'rgba(0, 0, 0, 0)');
      assert.ok(look.heading > 0 && look.words > 30, JSON.stringify(look));
      const waited = asked.filter((type) => !['document', 'script', 'other'].includes(type));
      assert.deepEqual(waited, []);
    });
  }

  it('does not wait for its script before it is painted', async () => {
    const page = await site.open();
    // It is asked for, and never comes.
    let scripts = 0;
    await page.route('**/*.js', () => {
      scripts++;
    });
    await page.goto(site.at(ARTICLE), { waitUntil: 'commit' });
    const painted = await page.waitForFunction(() =>
      performance.getEntriesByName('first-contentful-paint').at(0),
    );
    assert.ok(painted);
    assert.ok(
      await page.getByText('manipulate Lukashenka into letting all criminals out').isVisible(),
    );
    assert.equal(scripts, 1);
    await shut(page);
  });

  it('looks the same, byte for byte on the screen, when its script has run', async () => {
    const [without, whole] = await Promise.all(
      [false, true].map(async (javaScriptEnabled) => {
        const page = await site.open({ javaScriptEnabled });
        await page.goto(site.at(ARTICLE), { waitUntil: 'networkidle' });
        const picture = await page.screenshot({ fullPage: true });
        await shut(page);
        return picture;
      }),
    );
    assert.ok(without && whole && without.equals(whole));
    assert.ok(whole.length > 50_000, `a picture of ${whole.length} bytes`);
  });

  it('keeps its place while it loads: nothing jumps', async () => {
    const page = await site.open({ viewport: { width: 360, height: 740 } });
    await page.addInitScript(() => {
      const shifts = window as unknown as { shifted: number };
      shifts.shifted = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          shifts.shifted += (entry as PerformanceEntry & { value: number }).value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(site.at(ARTICLE), { waitUntil: 'networkidle' });
    const shifted = await page.evaluate(() => (window as unknown as { shifted: number }).shifted);
    assert.equal(shifted, 0);
    await shut(page);
  });
});
