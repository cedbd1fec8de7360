import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { type ServedSite, serveSite, shut } from './served-site.ts';

let site: ServedSite;

before(async () => {
  site = await serveSite();
});

after(() => site.close());

/** Follows the first link that can be seen and leads to an address, and checks where it ends. */
async function follow(page: Page, address: string, heading: string): Promise<void> {
  const goal = site.at(address);
  const link = await page.evaluateHandle(
    (wanted) =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].find(
        (one) => one.href === wanted && one.checkVisibility({ visibilityProperty: true }),
      ),
    goal,
  );
  const found = link.asElement();
  assert.ok(found, `${page.url()} has no link to ${address} that can be seen`);
  await found.click();
  await page.waitForURL(goal);
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), heading);
}

for (const [device, viewport] of Object.entries({
  'a desk': { width: 1280, height: 900 },
  'a phone': { width: 360, height: 740 },
})) {
  describe(`Without JavaScript, on ${device}`, () => {
    it('every kind of page can be read and walked by following links', async () => {
      const page = await site.open({ javaScriptEnabled: false, viewport });
      await page.goto(site.url);
      const article = '/articles/2010/lukashenko-accuses-moscow-of-meddling';
      const title = 'Lukashenko Accuses Moscow of Meddling';
      await follow(page, `${article}.html`, title);
      const text = page.getByText('it is impossible to bend me', { exact: false });
      assert.ok(await text.first().isVisible());
      await follow(page, '/people/sergei-prikhodko.html', 'Sergei Prikhodko');
      await follow(page, '/outlets/the-moscow-times.html', 'The Moscow Times');
      await follow(page, '/timeline/2019.html', '2019');
      await follow(page, '/timeline/2019-03.html', 'March 2019');
      await follow(page, '/timeline/2019-03-05.html', '5 March 2019');
      await follow(
        page,
        '/articles/2019/belarus-leader-seeks-better-ties-with-west-despite-russian-hysterics.html',
        "Belarus Leader Seeks Better Ties With West Despite Russian 'Hysterics'",
      );
      await follow(page, '/places/kazakhstan.html', 'Kazakhstan');
      await follow(page, '/topics/energy-and-trade.html', 'Energy and trade');
      await follow(page, '/sources/reuters.html', 'Reuters');
      await follow(page, `${article}.html`, title);
      await follow(page, `${article}.capture.html`, title);
      assert.match(await page.getByRole('main').innerText(), /paiment methods/);
      await follow(page, '/about.html', 'Between Moscow and the West');
      for (const [kind, heading] of [
        ['timeline', 'Timeline'],
        ['people', 'People'],
        ['places', 'Places'],
        ['outlets', 'Outlets'],
        ['sources', 'Sources'],
        ['topics', 'Topics'],
      ] as const)
        await follow(page, `/${kind}.html`, heading);
      await follow(page, '/index.html', 'Between Moscow and the West');
      await shut(page);
    });

    it('search says so and leads on', async () => {
      const page = await site.open({ javaScriptEnabled: false, viewport });
      await page.goto(site.at('/search.html?q=sovereignty'));
      const main = page.getByRole('main');
      assert.match(await main.innerText(), /needs JavaScript/);
      assert.equal(await page.getByRole('status').count(), 0, 'a status that nothing will fill');
      for (const control of ['combobox', 'checkbox'] as const) {
        assert.equal(await page.getByRole(control).count(), 0, `a dead ${control}`);
      }
      assert.equal(await page.getByRole('button', { name: 'More results' }).count(), 0);
      for (const kind of ['timeline', 'people', 'places', 'outlets', 'sources', 'topics']) {
        assert.ok(await main.locator(`a[href="${kind}.html"]`).isVisible(), kind);
      }
      await shut(page);
    });

    it('the capture of an article can be had as a file', async () => {
      const page = await site.open({ javaScriptEnabled: false, viewport });
      await page.goto(site.at('/articles/2010/lukashenko-accuses-moscow-of-meddling.html'));
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('a[download]').filter({ visible: true }).first().click(),
      ]);
      assert.equal(download.suggestedFilename(), 'lukashenko-accuses-moscow-of-meddling.bin');
      await shut(page);
    });
  });
}

describe('The form in the head of a page', () => {
  it('leads to the search page with the words in the address, even without JavaScript', async () => {
    const page = await site.open({ javaScriptEnabled: false });
    await page.goto(site.at('/people/alexander-lukashenko.html'));
    const field = page.getByRole('banner').getByRole('searchbox');
    await field.fill('Łukašenka & co');
    await field.press('Enter');
    await page.waitForURL(/search\.html/);
    assert.equal(page.url(), `${site.at('/search.html')}?q=%C5%81uka%C5%A1enka+%26+co`);
    await shut(page);
  });
});
