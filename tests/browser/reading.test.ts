import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { KINDS_OF_PAGE, type ServedSite, serveSite, shut } from './served-site.ts';

const ARTICLE = KINDS_OF_PAGE['an article with supplied facts'] ?? '';

let site: ServedSite;
let page: Page;
const scripts: string[] = [];

before(async () => {
  site = await serveSite();
  page = await site.open({ colorScheme: 'light' });
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
});

after(() => site.close());

const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const sheet = () => page.getByRole('dialog', { name: 'Reading' });
const pick = (group: string, option: string) =>
  page.getByRole('group', { name: group }).getByRole('radio', { name: option }).check();

describe('Reading settings', () => {
  it('load nothing before they are asked for, and open by a key or by their link', async () => {
    await page.goto(site.at(ARTICLE), { waitUntil: 'networkidle' });
    assert.deepEqual(scripts, ['/assets/start.js']);
    await page.keyboard.press('?');
    await sheet().waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await sheet().count(), 0);
    await page.getByRole('article').getByRole('link', { name: 'Reading settings' }).click();
    await sheet().waitFor();
    assert.equal(page.url(), site.at(ARTICLE));
  });

  it('show at once, on every page, and after the page was loaded anew', async () => {
    const prose = page.locator('.prose');
    const look = () =>
      prose.evaluate((element) => ({
        size: Number.parseFloat(getComputedStyle(element).fontSize),
        width: element.clientWidth,
      }));
    const [paper, before] = [await background(), await look()];
    await pick('Paper', 'Sepia');
    const sepia = await background();
    assert.notEqual(sepia, paper);
    await pick('Paper', 'Dark');
    await pick('Size of articles', 'Larger');
    await pick('Lines', 'Short');
    const dark = await background();
    assert.ok(![paper, sepia].includes(dark));
    const after = await look();
    assert.ok(after.size > before.size * 1.3, JSON.stringify(after));
    assert.ok(after.width / after.size < before.width / before.size, 'shorter lines');
    await page.goto(site.at('/people.html'));
    assert.equal(await background(), dark);
    await page.goto(site.at(ARTICLE));
    assert.deepEqual(await look(), after);
    await page.keyboard.press('?');
    await pick('Paper', 'As the device');
    assert.equal(await background(), paper);
  });

  it('are the device’s own where what is stored is no setting', async () => {
    await page.evaluate(() => localStorage.setItem('pressmark-reading', '{"paper":'));
    await page.goto(site.at(ARTICLE));
    await page.keyboard.press('?');
    const chosen = page.getByRole('group', { name: 'Paper' }).getByRole('radio', { checked: true });
    assert.equal(await chosen.inputValue(), '');
  });
});

describe('Shortcuts', () => {
  it('lead to the next article and back, up, and down a list', async () => {
    await page.goto(site.at(ARTICLE));
    await page.keyboard.press('n');
    await page.waitForURL(/\/articles\/2010\//);
    await page.keyboard.press('p');
    await page.waitForURL(/\/articles\/2009\//);
    await page.keyboard.press('u');
    await page.waitForURL(/\/timeline\/2009-08\.html/);
    await page.keyboard.press('j');
    await page.locator('.entry h3 > a:focus, .entry h2 > a:focus').waitFor();
    await page.keyboard.press('h');
    await page.waitForURL(/\/index\.html/);
    await page.keyboard.press('/');
    await page.locator('input[name=q]:focus').waitFor();
    await page.keyboard.type('nph?');
    assert.equal(await page.locator('input[name=q]:focus').inputValue(), 'nph?');
  });

  it('can be switched off, and then do nothing', async () => {
    await page.goto(site.at(ARTICLE));
    await page.keyboard.press('?');
    await pick('Single-key shortcuts', 'Off');
    await page.keyboard.press('Escape');
    for (const key of ['n', '/', '?', 'h']) await page.keyboard.press(key);
    await page.waitForTimeout(100);
    assert.equal(page.url(), site.at(ARTICLE));
    assert.equal(await sheet().count(), 0);
    await page.getByRole('article').getByRole('link', { name: 'Reading settings' }).click();
    await pick('Single-key shortcuts', 'On');
  });
});

describe('The list of what was read', () => {
  const read = () => page.locator('[data-reading] li');

  it('is kept only when asked for, on the device, and can be cleared', async () => {
    await page.goto(site.at('/reading.html'));
    await page.getByText('No list is kept').waitFor();
    await pick('List of what I have read', 'On');
    await page.goto(site.at(ARTICLE), { waitUntil: 'networkidle' });
    await page.goto(site.at('/people.html'), { waitUntil: 'networkidle' });
    await page.goto(site.at('/reading.html'));
    await read().first().waitFor();
    assert.deepEqual(await read().allTextContents(), [
      'Lukashenka Says He Will Make No New Concessions To West',
    ]);
    await page.getByRole('button', { name: 'Clear the list' }).click();
    await page.getByText('Nothing yet.').waitFor();
    assert.equal(await read().count(), 0);
  });
});

describe('Without JavaScript', () => {
  it('no setting is shown, and the link leads to a page that says why', async () => {
    const bare = await site.open({ javaScriptEnabled: false });
    await bare.goto(site.at(ARTICLE));
    await bare.getByRole('contentinfo').getByRole('link', { name: 'Reading settings' }).click();
    assert.match(await bare.getByRole('main').innerText(), /Settings need JavaScript/);
    assert.equal(await bare.locator('main :is(input, button)').count(), 0);
    await shut(bare);
  });
});
