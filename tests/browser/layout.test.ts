import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { overflowing } from './overflow.ts';
import { says } from './search-page.ts';
import { KINDS_OF_PAGE, type ServedSite, serveSite, shut } from './served-site.ts';

const WIDTHS = [320, 360, 768, 1440];

let site: ServedSite;
let page: Page;

before(async () => {
  site = await serveSite();
  page = await site.open();
});

after(() => site.close());

describe('A page of the site', () => {
  for (const [kind, address] of Object.entries(KINDS_OF_PAGE)) {
    it(`fits every width of screen: ${kind}`, async () => {
      await page.goto(site.at(address));
      // What unfolds must fit too.
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const found: string[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        found.push(...(await overflowing(page)).map((what) => `${width} px: ${what}`));
      }
      assert.deepEqual(found, []);
    });
  }

  it('fits when the reader has set the type twice as large', async () => {
    const large = await site.open({ viewport: { width: 640, height: 800 } });
    for (const address of Object.values(KINDS_OF_PAGE)) {
      await large.goto(site.at(address));
      // As a browser's own setting does it: the root's size, which everything here hangs on.
      await large.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('html { font-size: 200% }');
        document.adoptedStyleSheets.push(sheet);
      });
      assert.deepEqual(await overflowing(large), [], address);
    }
    await shut(large);
  });

  it('fits with search results on it', async () => {
    await page.goto(site.at('/search.html?q=Belarus'));
    await says(page, /found/);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      assert.deepEqual(await overflowing(page), [], `${width} px`);
    }
  });
});

describe('The text of an article', () => {
  it('has lines that can be read: at most 75 characters on a wide screen', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(site.at(KINDS_OF_PAGE['an article with supplied facts'] ?? ''));
    const lines = await page.evaluate(() => {
      const counts: number[] = [];
      for (const paragraph of document.querySelectorAll('main p[id]')) {
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        const rows = new Set(
          [...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 8)),
        );
        if (rows.size > 2) counts.push((paragraph.textContent?.length ?? 0) / rows.size);
      }
      return counts;
    });
    assert.ok(lines.length > 3);
    assert.ok(Math.max(...lines) <= 75, lines.join(', '));
    assert.ok(Math.max(...lines) >= 45, lines.join(', '));
  });

  it('is not small', async () => {
    const size = await page
      .locator('main p[id]')
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    assert.ok(size >= 16, `${size} px`);
  });
});
