import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { says } from './search-page.ts';
import { type ServedSite, serveSite, shut } from './served-site.ts';

const ARTICLE = '/people/alexander-lukashenko.html';
const TOUTS =
  '/articles/2019/belaruss-lukashenka-touts-equal-partnership-with-russia-ahead-of-meeting-with.html';
const YEARS = ['2009', '2010', '2011', '2019', '2019'];

let site: ServedSite;
/** For all searches that need no more than an address: a page of its own for each costs as much as ten searches. */
let searching: Page;

before(async () => {
  site = await serveSite();
  searching = await site.open();
});

after(() => site.close());

const status = (page: Page) => page.getByRole('status');
const results = (page: Page) => page.getByRole('main').locator('a[href*="/articles/"]');

/** Addresses of the results from the root of the site, in order. */
async function found(page: Page): Promise<string[]> {
  const hrefs = await results(page).evaluateAll((all) =>
    all.map((link) => (link as HTMLAnchorElement).href),
  );
  return hrefs.map((href) => `/${href.slice(site.url.length)}`.replace(/\?.*$/, ''));
}

const yearsOf = (addresses: readonly string[]) => addresses.map((address) => address.split('/')[2]);

/** Waits until the results are these: an answer may still be on its way. */
async function shows(
  page: Page,
  wanted: readonly string[],
  read: (addresses: readonly string[]) => readonly (string | undefined)[] = (addresses) =>
    addresses,
): Promise<void> {
  let last: readonly (string | undefined)[] = [];
  for (const end = performance.now() + 10_000; performance.now() < end; ) {
    last = read(await found(page));
    if (isDeepStrictEqual(last, wanted)) return;
    await wait(50);
  }
  assert.deepEqual(last, wanted);
}

/** Opens the search page and waits for its first answer. */
async function search(query = ''): Promise<Page> {
  await searching.goto(site.at(`/search.html${query}`));
  await says(searching, /article/i);
  return searching;
}

describe('A search for words', () => {
  it('goes from the head of any page to the results, and from the first of them to the article', async () => {
    const page = await site.open();
    await page.goto(site.at(ARTICLE));
    const field = page.getByRole('banner').getByRole('searchbox');
    await field.fill('sovereignty');
    await field.press('Enter');
    await says(page, /\b1 article\b|\d+ articles/);
    assert.equal(page.url(), `${site.at('/search.html')}?q=sovereignty`);
    assert.equal((await found(page))[0], TOUTS);
    assert.equal(await page.getByRole('main').getByRole('searchbox').inputValue(), 'sovereignty');
    const shown = await page.getByRole('main').innerText();
    assert.match(shown, /Touts Equal Partnership/);
    assert.match(shown, /Unidentified republisher/);
    assert.match(shown, /about 5 December 2019/);
    assert.match(await page.locator('mark').first().innerText(), /^sovereignty\b/i);
    await results(page).first().click();
    await page.waitForURL((url) => url.pathname === TOUTS);
    await page.locator('article mark').first().waitFor();
    await shut(page);
  });

  it('finds words of captions and credits', async () => {
    const page = await search('?q=Fedosenko');
    await shows(page, ['/articles/2010/lukashenko-accuses-moscow-of-meddling.html']);
  });

  it('are the same for every spelling of a name, with other words too, and say why', async () => {
    for (const name of ['Łukaszenka', 'Лукашэнка', 'Lukahsenko', 'Loukachenko']) {
      const page = await search(`?q=${encodeURIComponent(`${name} Sochi`)}`);
      await says(page, /5 articles found: 1 with all words/);
      const why = await page.locator('.why').allInnerTexts();
      assert.equal(why.length, 5, name);
      assert.match(why[0] ?? '', /Found under the spelling “.*Lukashenka”/);
    }
  });

  it('are narrowed to a year by its bar, which the keyboard reaches', async () => {
    const page = await search();
    await page.getByRole('button', { name: /^2009/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForURL(/from=2010&to=2010/);
    await says(page, /\b1 article found/);
  });

  it('suggests names while one types', async () => {
    const page = await search();
    await page.getByRole('main').getByRole('searchbox').pressSequentially('Łukaš');
    const option = page.getByRole('option').first();
    await option.waitFor();
    assert.match(await option.innerText(), /Alexander Lukashenko/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/people\/alexander-lukashenko/);
  });

  it('does not find what was cut from the captures', async () => {
    const page = await search('?q=%22paiment+methods%22');
    await shows(page, []);
  });

  it('shows captured text as text, whatever stands in the query', async () => {
    const page = await search('?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E');
    assert.equal(await page.getByRole('main').locator('img').count(), 0);
  });

  it('says that nothing was found, and leads on to the other ways', async () => {
    const page = await search('?q=xylophonist');
    assert.match(await status(page).innerText(), /No article/);
    await shows(page, []);
    const main = page.getByRole('main');
    for (const kind of ['timeline', 'people', 'places', 'outlets', 'sources', 'topics']) {
      assert.ok(await main.locator(`a[href="${kind}.html"]`).isVisible(), kind);
    }
    assert.doesNotMatch(await main.innerText(), /needs JavaScript/);
  });
});

describe('A search without words', () => {
  it('lists all articles, newest first', async () => {
    const page = await search();
    assert.match(await status(page).innerText(), /\b5 articles\b/);
    await shows(page, YEARS.toReversed(), yearsOf);
    assert.equal((await found(page))[0], TOUTS);
  });
});

describe('The results', () => {
  it('are narrowed by outlet, source, person, place and topic, each with its count', async () => {
    const page = await search();
    const group = (name: string) => page.getByRole('group', { name });
    for (const [name, choices] of Object.entries({
      Outlet: 4,
      Source: 4,
      Person: 6,
      Topic: 7,
    })) {
      assert.equal(await group(name).getByRole('checkbox').count(), choices, name);
    }
    assert.ok((await group('Place').getByRole('checkbox').count()) >= 10);
    assert.match(await group('Outlet').innerText(), /The Moscow Times\s+2/);
    assert.match(
      (await page.getByRole('button', { name: /^2019: 2 articles/ }).getAttribute('title')) ?? '',
      /2019: 2/,
    );

    await group('Outlet')
      .getByRole('checkbox', { name: /The Moscow Times/ })
      .check();
    await says(page, /\b2 articles\b/);
    await shows(page, ['2019', '2010'], yearsOf);
    assert.match(page.url(), /\?outlet=the-moscow-times$/);

    await group('Person')
      .getByRole('checkbox', { name: /Vladimir Putin/ })
      .check();
    await says(page, /\b1 article\b/);
    await shows(page, [
      '/articles/2019/belarus-leader-seeks-better-ties-with-west-despite-russian-hysterics.html',
    ]);
    assert.match(page.url(), /outlet=the-moscow-times&person=vladimir-putin$/);

    await group('Outlet')
      .getByRole('checkbox', { name: /The Moscow Times/ })
      .uncheck();
    await says(page, /\b2 articles\b/);
    await shows(page, ['2019', '2019'], yearsOf);
  });

  it('of two choices in one group are those of either', async () => {
    const page = await search('?outlet=rfe-rl&outlet=belarus-in-focus');
    await says(page, /\b2 articles\b/);
    assert.deepEqual(yearsOf(await found(page)).toSorted(), ['2009', '2011']);
  });

  it('are sorted by date when asked', async () => {
    const page = await search('?q=Lukashenko');
    const sort = page.getByRole('combobox', { name: /sort/i });
    for (const [label, years] of [
      ['oldest first', YEARS],
      ['newest first', YEARS.toReversed()],
    ] as const) {
      await sort.selectOption({ label });
      await page.waitForURL(new RegExp(`sort=${label.split(' ')[0]}`));
      await shows(page, years, yearsOf);
    }
  });

  it('are announced to those who listen', async () => {
    const page = await search();
    assert.equal(await status(page).count(), 1);
    assert.match(await status(page).innerText(), /5 articles/);
    const field = page.getByRole('main').getByRole('searchbox');
    await field.fill('Prikhodko');
    await field.press('Enter');
    await says(page, /\b1 article found\b/);
  });
});

describe('The address of a search', () => {
  it('holds all of it, so that a colleague who opens it sees the same', async () => {
    const address = '?q=Belarus&outlet=the-moscow-times&from=2019&to=2019&sort=oldest';
    const page = await search(address);
    await says(page, /\b1 article\b/);
    assert.equal(page.url(), `${site.at('/search.html')}${address}`);
    assert.equal(await page.getByRole('main').getByRole('searchbox').inputValue(), 'Belarus');
    const boxes = page.getByRole('checkbox', { name: /The Moscow Times/, checked: true });
    assert.equal(await boxes.count(), 1);
    assert.equal(await page.getByRole('button', { name: /^2019/, pressed: true }).count(), 1);
  });

  it('follows what the reader does, and back and forward follow it', async () => {
    const page = await search();
    const field = page.getByRole('main').getByRole('searchbox');
    await field.fill('Prikhodko');
    await field.press('Enter');
    await says(page, /\b1 article\b/);
    await field.fill('Medvedev');
    await field.press('Enter');
    await page.waitForURL(/q=Medvedev/);
    await shows(page, [
      '/articles/2009/lukashenka-says-he-will-make-no-new-concessions-to-west.html',
    ]);
    await page.goBack();
    await shows(page, ['/articles/2010/lukashenko-accuses-moscow-of-meddling.html']);
    assert.equal(await field.inputValue(), 'Prikhodko');
    assert.match(page.url(), /\?q=Prikhodko$/);
    await page.goBack();
    await says(page, /\b5 articles\b/);
    assert.equal(await field.inputValue(), '');
    await page.goForward();
    await says(page, /\b1 article\b/);
    await shows(page, ['/articles/2010/lukashenko-accuses-moscow-of-meddling.html']);
  });

  it('may ask for what is not there', async () => {
    const page = await search('?outlet=no-such-outlet&from=1812&to=1812&sort=sideways&colour=red');
    assert.match(await status(page).innerText(), /No article/);
  });
});

describe('The key “/”', () => {
  it('leads to the search field, and is a letter within it', async () => {
    const page = await site.open();
    for (const address of [ARTICLE, '/index.html', '/search.html']) {
      await page.goto(site.at(address));
      const fields = page.getByRole('searchbox').filter({ visible: true });
      await page.waitForLoadState('networkidle');
      await page.keyboard.press('/');
      assert.equal(await focusedRole(page), 'search', address);
      await page.keyboard.press('/');
      assert.equal(await fields.first().inputValue(), '/', address);
    }
    await shut(page);
  });
});

describe('A search that can’t be had', () => {
  it('says so in words and leads on', async () => {
    const page = await site.open();
    await page.route('**/search/**', (route) => route.abort());
    await page.goto(site.at('/search.html?q=sovereignty'));
    await says(page, /could not be loaded/);
    const main = page.getByRole('main');
    for (const kind of ['timeline', 'people', 'places', 'outlets', 'sources', 'topics']) {
      assert.ok(await main.locator(`a[href="${kind}.html"]`).isVisible(), kind);
    }
    await shut(page);
  });

  it('says so when the index breaks off in the middle', async () => {
    const page = await site.open();
    await page.route('**/search/texts-*', (route) => route.abort());
    await page.goto(site.at('/search.html?q=sovereignty'));
    await says(page, /could not be loaded/);
    await shut(page);
  });

  it('says so when its own script does not come', async () => {
    const page = await site.open();
    await page.route('**/assets/search*', (route) => route.abort());
    await page.goto(site.at('/search.html?q=sovereignty'));
    assert.match(await page.getByRole('main').innerText(), /needs JavaScript and a connection/);
    await shut(page);
  });
});

describe('A search on a phone', () => {
  it('can be begun on any page and narrowed', async () => {
    const page = await site.open({ viewport: { width: 360, height: 740 } });
    await page.goto(site.at(ARTICLE));
    const ways = page.getByRole('banner').locator('[href*="search.html"], [type=search]');
    await ways.filter({ visible: true }).first().click();
    if (!page.url().includes('search.html')) {
      await page.keyboard.type('Belarus');
      await page.keyboard.press('Enter');
    }
    await says(page, /articles/);
    const box = page.getByRole('checkbox', { name: /Vladimir Putin/ });
    await box.scrollIntoViewIfNeeded();
    await box.check();
    await says(page, /\b2 articles\b/);
    await shut(page);
  });
});

function focusedRole(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('type') ?? null);
}
