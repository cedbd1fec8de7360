import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { foreignArchive, SPEAKER, SPEECHES } from '../site/foreign-archive.ts';
import { overflowing } from './overflow.ts';
import { says } from './search-page.ts';
import { type ServedSite, serveSite } from './served-site.ts';

let site: ServedSite;
let page: Page;

before(async () => {
  const { out } = await foreignArchive();
  site = await serveSite(out, '/archiv/ost/');
  page = await site.open();
});

after(() => site.close());

const results = () => page.getByRole('main').locator('a[href*="/articles/"]');

describe('A search in an archive of many languages, below a path', () => {
  for (const [language, query, title] of [
    ['Ukrainian', 'річка', 'Пором не прийшов'],
    ['Polish', 'podrożała', 'Sól drożeje, a „morze” nie'],
    ['German', 'Wachbuch', 'Leuchtturm brennt'],
    ['Arabic', 'السفينة', 'سفينة الملح تعود إلى المرسى'],
    ['English', 'opinion', `"Der Sturm" & <b>was</b> davon blieb: 5 > 3, sagt O'Neill`],
  ] as const) {
    it(`finds an article in ${language} and leads to it`, async () => {
      await page.goto(site.at(`/search.html?q=${encodeURIComponent(query)}`));
      await says(page, /\b1 article found/);
      assert.equal(await results().first().innerText(), title);
      await results().first().click();
      await page.waitForURL(/\/archiv\/ost\/articles\//);
      assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), title);
    });
  }

  it('shows ten results at first and more when asked, each once', async () => {
    await page.goto(site.at('/search.html?q=Mole&sort=newest'));
    await says(page, /articles found/);
    const count = Number.parseInt(await page.getByRole('status').innerText(), 10);
    assert.ok(count >= SPEECHES, `${count} articles`);
    assert.equal(await results().count(), 10);
    await page.getByRole('button', { name: 'More results' }).click();
    await results().nth(19).waitFor();
    assert.equal(await results().count(), 20);
    const addresses = await results().evaluateAll((all) =>
      all.map((link) => link.getAttribute('href')),
    );
    assert.equal(new Set(addresses).size, 20);
    const focused = await page.locator(':focus').getAttribute('href');
    assert.equal(focused, addresses[10], 'the reader is led to the first new one');
  });

  it('is narrowed by names with every dangerous character', async () => {
    await page.goto(site.at('/search.html'));
    await says(page, /All \d+ articles/);
    const outlets = page.getByRole('group', { name: 'Outlet' });
    await outlets.getByRole('checkbox', { name: 'O’Neill & Sons <Weekly>' }).check();
    await says(page, /\b1 article found/);
    assert.match(page.url(), /\?outlet=oneill-sons$/);
  });
});

describe('A page with text that is hard to set', () => {
  for (const address of [
    '/articles/1999/lange-ueberschrift.html',
    '/articles/1998/mole.html',
    '/articles/1993/safinat-al-milh.html',
    '/articles/1995/zahlen-der-ebbe.html',
    '/articles/1996/der-sturm-oder-was.html',
    '/people/karl-kraehe.html',
    SPEAKER,
    '/timeline.html',
    '/index.html',
  ]) {
    it(`fits every width of screen: ${address}`, async () => {
      await page.goto(site.at(address));
      const found: string[] = [];
      for (const width of [320, 360, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        found.push(...(await overflowing(page)).map((what) => `${width} px: ${what}`));
      }
      assert.deepEqual(found, []);
    });
  }

  it('sets Arabic from right to left, in the middle of a page that runs the other way', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(site.at('/articles/1993/safinat-al-milh.html'));
    const direction = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).direction);
    assert.equal(await direction('h1'), 'rtl');
    assert.equal(await direction('#p1'), 'rtl');
    assert.equal(await direction('nav'), 'ltr');
  });

  it('leads on from an old address', async () => {
    await page.goto(site.at('/alt/mole.html'));
    await page.waitForURL(site.at('/articles/1998/mole.html'));
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Mole');
  });
});
