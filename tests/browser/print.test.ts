import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { KINDS_OF_PAGE, type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
let page: Page;

before(async () => {
  site = await serveSite();
  page = await site.open({ colorScheme: 'dark' });
});

after(() => site.close());

describe('On paper', () => {
  for (const [kind, address] of Object.entries(KINDS_OF_PAGE)) {
    it(`a page is black on white, without navigation, and says its full address: ${kind}`, async () => {
      await page.emulateMedia({ media: 'screen' });
      await page.goto(site.at(address));
      const full = (await page.locator('link[rel=canonical]').getAttribute('href')) ?? '?';
      const printed = page.getByText(full).last();
      assert.ok(!(await printed.isVisible()), 'not on the screen');
      await page.emulateMedia({ media: 'print' });
      assert.ok(await printed.isVisible(), full);
      for (const role of ['banner', 'navigation', 'search', 'button', 'searchbox'] as const) {
        const shown = page.getByRole(role).filter({ visible: true });
        assert.deepEqual(await shown.allInnerTexts(), [], role);
      }
      assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
      const [background, ink] = await page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.body);
        return [backgroundColor, color];
      });
      assert.equal(background, 'rgb(255, 255, 255)');
      assert.ok(sum(ink) < 150, ink);
    });
  }

  it('a list of results has the results and none of what narrows them', async () => {
    await page.emulateMedia({ media: 'screen' });
    await page.goto(site.at('/search.html?q=sovereignty'));
    await page.getByRole('group', { name: 'Outlet' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    for (const role of ['button', 'searchbox', 'combobox', 'checkbox', 'group'] as const) {
      assert.equal(await page.getByRole(role).filter({ visible: true }).count(), 0, role);
    }
    assert.ok(await page.getByRole('link', { name: /Touts Equal Partnership/ }).isVisible());
  });

  it('an article has its facts and their evidence, and nothing that leads on', async () => {
    await page.goto(site.at(KINDS_OF_PAGE['an article with supplied facts'] ?? ''));
    await page.emulateMedia({ media: 'print' });
    for (const text of ['Supplied by the archive', 'Catalogue card', 'about August 2009']) {
      assert.ok(await page.getByText(text).filter({ visible: true }).first().isVisible(), text);
    }
    const text = await page.locator('body').innerText();
    assert.match(text, /The capture carries no date/);
    assert.match(text, /81474593d3928e5f97251a2b494255ace32a25b28ed991cd253c5e61ab5926c3/);
    assert.doesNotMatch(text, /Related|Later\b/);
  });
});

/** Sum of the three parts of a colour, 0 to 765. */
function sum(colour: string | undefined): number {
  return (colour?.match(/\d+/g) ?? ['765'])
    .slice(0, 3)
    .reduce((total, part) => total + Number(part), 0);
}
