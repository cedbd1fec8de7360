import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createStaticServer } from '../../src/cli/static-server.ts';
import { foldersOf } from '../../src/record/folders.ts';
import { borrowBrowser, returnBrowser } from './launch.ts';

const ARTICLE =
  'articles/2019/belarus-leader-seeks-better-ties-with-west-despite-russian-hysterics';
const OTHER = 'articles/2010/lukashenko-accuses-moscow-of-meddling';
const { out } = foldersOf(process.env, path.resolve(import.meta.dirname, '../..'));
const server = createStaticServer({ root: out, under: 'press' });

let browser: Browser;
let context: BrowserContext;
let page: Page;
let site = '';
let complaints: string[] = [];

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/press/`;
  browser = await borrowBrowser();
});
after(async () => {
  await context?.close();
  await returnBrowser();
  server.close();
  server.closeAllConnections();
});

/** A test that begins with a browser which knows nothing yet. */
function journey(name: string, walk: () => Promise<void>): void {
  test(name, async () => {
    await openAfresh();
    await walk();
  });
}

async function openAfresh(): Promise<void> {
  await context?.close();
  context = await browser.newContext({
    acceptDownloads: true,
    viewport: { width: 360, height: 740 },
  });
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
}

async function keep(article: string): Promise<void> {
  await page.goto(`${site}${article}.html`);
  await page.locator('summary', { hasText: 'Cite or keep' }).press('Enter');
  await page.getByRole('button', { name: 'Put on my list' }).press('Enter');
  await page.getByRole('button', { name: 'Take off my list' }).waitFor();
}

async function downloaded(name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).press('Enter'),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

journey(
  'the box of an article opens by keyboard and shows the citation in every style',
  async () => {
    await page.goto(`${site}${ARTICLE}.html`);
    await page.locator('summary', { hasText: 'Cite or keep' }).press('Enter');
    await page.getByRole('button', { name: 'Put on my list' }).waitFor();
    const styles = await page.locator('.cite h3').allTextContents();
    assert.equal(styles.length, 6);
    const written = readFileSync(path.join(out, `${ARTICLE}.txt`), 'utf8');
    for (const text of await page.locator('.cite section p').allTextContents()) {
      assert.ok(written.includes(`\n${text}\n`), text);
    }
    // As the licence of citeproc-js asks for; its notice stands in the script that holds it.
    const attribution = page.getByRole('link', { name: 'Citations by CSL (citeproc-js)' });
    assert.equal(await attribution.getAttribute('href'), 'http://citationstyles.org/');
    const scripts = readdirSync(path.join(out, 'assets')).filter((name) => /^write-cit/.test(name));
    for (const name of scripts) {
      assert.match(readFileSync(path.join(out, 'assets', name), 'utf8'), /^\/\*! .*Frank Bennett/);
    }
    assert.equal(scripts.length, 1);
    assert.deepEqual(complaints, []);
  },
);

journey('copying a citation is said aloud, and does what it says', async () => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site}${ARTICLE}.html`);
  await page.locator('summary', { hasText: 'Cite or keep' }).press('Enter');
  await page.getByRole('button', { name: 'Copy the citation in MLA 9' }).press('Enter');
  await page.getByRole('status').filter({ hasText: 'Copied in MLA 9.' }).waitFor();
  const clip = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(clip, /^Reuters\. “Belarus Leader/);
});

journey(
  'where the archive is too large for that, the browser writes the citations itself',
  async () => {
    const written = readFileSync(path.join(out, `${ARTICLE}.txt`), 'utf8');
    await page.route('**/*.txt', (route) =>
      route.fulfill({ body: written.slice(written.indexOf('Title: ')) }),
    );
    await page.goto(`${site}${ARTICLE}.html`);
    await page.locator('summary', { hasText: 'Cite or keep' }).press('Enter');
    await page.locator('.cite section').nth(5).waitFor();
    for (const text of await page.locator('.cite section p').allTextContents()) {
      assert.ok(written.includes(`\n${text}\n`), text);
    }
    assert.deepEqual(complaints, []);
  },
);

journey('without JavaScript the box still has the files', async () => {
  const quiet = await browser.newContext({ javaScriptEnabled: false });
  const plain = await quiet.newPage();
  await plain.goto(`${site}${ARTICLE}.html`);
  await plain.locator('summary', { hasText: 'Cite or keep' }).click();
  for (const name of ['Text', 'BibLaTeX', 'RIS', 'CSL-JSON']) {
    const href = await plain.getByRole('link', { name, exact: true }).getAttribute('href');
    const response = await plain.request.get(new URL(href ?? '', plain.url()).href);
    assert.equal(response.status(), 200, name);
  }
  await quiet.close();
});

journey('what is kept can be ordered, noted, exported, taken elsewhere and imported', async () => {
  await keep(ARTICLE);
  await keep(OTHER);
  await page.goto(`${site}my-list.html`);
  const titles = () => page.locator('.kept h2').allTextContents();
  await page.locator('.kept li').nth(1).waitFor();
  const [first = '', second = ''] = await titles();
  await page.getByRole('button', { name: `Move “${second}” up` }).press('Enter');
  await page.getByRole('status').filter({ hasText: 'Moved to place 1 of 2.' }).waitFor();
  assert.deepEqual(await titles(), [second, first]);
  assert.match(
    (await page.evaluate(() => document.activeElement?.ariaLabel)) ?? '',
    /^Move “Lukashenko/,
  );
  await page.locator('textarea').first().fill('Check $& and {50%}');
  await page.locator('textarea').first().blur();
  await page.reload();
  await page.locator('.kept li').nth(1).waitFor();
  assert.deepEqual(await titles(), [second, first]);
  assert.equal(await page.locator('textarea').first().inputValue(), 'Check $& and {50%}');

  const ris = await downloaded('Download as RIS');
  assert.equal(ris.match(/^TY {2}- NEWS/gm)?.length, 2);
  assert.ok(ris.includes('N1  - Check $& and {50%}\r\nER'));
  const bib = await downloaded('Download as BibLaTeX');
  assert.equal(bib.match(/^@article/gm)?.length, 2);
  assert.ok(bib.includes('usera = {Check \\$\\& and \\{50\\%\\}}'));
  assert.match(
    await downloaded('Download as CSV'),
    /^kind,title,credit,address,note\r\narticle,Lukashenko/,
  );
  const copy = await downloaded('Copy of the list, to keep or import elsewhere');

  await page.getByRole('button', { name: `Remove “${first}”` }).press('Enter');
  await page.getByRole('button', { name: `Remove “${second}”` }).press('Enter');
  assert.deepEqual(await titles(), []);
  await page.locator('input[type=file]').setInputFiles({
    name: 'copy.json',
    mimeType: 'application/json',
    buffer: Buffer.from(copy),
  });
  await page.getByRole('status').filter({ hasText: '2 added.' }).waitFor();
  assert.deepEqual(await titles(), [second, first]);
  assert.deepEqual(complaints, []);
});

journey('a search can be kept, and its results taken along', async () => {
  await page.goto(`${site}search.html?q=Lukashenko`);
  await page.locator('[data-results] a').first().waitFor();
  await page.locator('summary', { hasText: 'Keep this search' }).press('Enter');
  const count = Number(/\d+/.exec(await page.locator('[data-status]').innerText())?.[0]);
  const titles = await page.locator('[data-results] h3').allInnerTexts();
  const ris = await downloaded('Download all results as RIS');
  assert.deepEqual(
    [...ris.matchAll(/^TI {2}- (.*)\r$/gm)].map(([, title]) => title),
    titles,
  );
  const csl = JSON.parse(await downloaded('Download all results as CSL-JSON'));
  const bib = await downloaded('Download all results as BibLaTeX');
  const csv = await downloaded('Download all results as CSV');
  assert.equal(csl.length, count);
  assert.equal(bib.match(/^@article/gm)?.length, count);
  assert.ok(titles.every((title) => csv.includes(title)));
  await page.getByRole('button', { name: 'Put on my list' }).press('Enter');
  await page.getByRole('link', { name: 'My list', exact: true }).first().click();
  await page.getByRole('link', { name: 'Search: Lukashenko' }).click();
  assert.equal(new URL(page.url()).search, '?q=Lukashenko');
});

journey('a file that is no list is refused in words, and changes nothing', async () => {
  await page.goto(`${site}my-list.html`);
  await page.locator('input[type=file]').setInputFiles({
    name: 'evil.json',
    mimeType: 'application/json',
    buffer: Buffer.from('[1,2'),
  });
  await page.getByRole('status').filter({ hasText: 'evil.json is not a copy of a list' }).waitFor();
});

journey('a search is kept as it stands in the address, also after it was changed', async () => {
  await page.goto(`${site}search.html`);
  await page.locator('summary', { hasText: 'Keep this search' }).press('Enter');
  await page.getByRole('button', { name: 'Put on my list' }).waitFor();
  await page.locator('main input[name=q]').fill('Medvedev');
  await page.locator('main input[name=q]').press('Enter');
  await page.waitForURL(/q=Medvedev/);
  await page.getByRole('button', { name: 'Put on my list' }).press('Enter');
  await page.goto(`${site}my-list.html`);
  await page.getByRole('link', { name: 'Search: Medvedev' }).waitFor();
});

journey('a note that is being written outlives another tab and a page that is closed', async () => {
  await keep(ARTICLE);
  await page.goto(`${site}my-list.html`);
  const note = page.locator('textarea').first();
  await note.pressSequentially('Half a th');
  const other = await context.newPage();
  await other.goto(`${site}${OTHER}.html`);
  await other.locator('summary', { hasText: 'Cite or keep' }).press('Enter');
  await other.getByRole('button', { name: 'Put on my list' }).press('Enter');
  await page.locator('.kept li').nth(1).waitFor();
  await page.keyboard.type('ought');
  assert.equal(await note.inputValue(), 'Half a thought');
  await page.close();
  await other.goto(`${site}my-list.html`);
  await other.locator('.kept li').nth(1).waitFor();
  assert.equal(await other.locator('textarea').first().inputValue(), 'Half a thought');
});

journey('the button of an article says and does the same, whatever another tab did', async () => {
  await page.goto(`${site}${ARTICLE}.html`);
  await page.locator('summary', { hasText: 'Cite or keep' }).press('Enter');
  await page.getByRole('button', { name: 'Put on my list' }).waitFor();
  const other = await context.newPage();
  await other.goto(`${site}${ARTICLE}.html`);
  await other.locator('summary', { hasText: 'Cite or keep' }).press('Enter');
  await other.getByRole('button', { name: 'Put on my list' }).press('Enter');
  await page.getByRole('button', { name: 'Take off my list' }).press('Enter');
  await other.getByRole('button', { name: 'Put on my list' }).waitFor();
});

journey('my list goes out as CSL-JSON too, and says what has no reference', async () => {
  await page.goto(`${site}my-list.html`);
  await page.getByRole('button', { name: 'Download as CSL-JSON' }).press('Enter');
  await page.getByRole('status').filter({ hasText: 'nothing to download' }).waitFor();
  await keep(ARTICLE);
  await page.goto(`${site}search.html?q=Lukashenko`);
  await page.locator('summary', { hasText: 'Keep this search' }).press('Enter');
  await page.getByRole('button', { name: 'Put on my list' }).press('Enter');
  await page.goto(`${site}my-list.html`);
  await page.locator('textarea').first().fill('Mine: "quoted"');
  const [item, ...others] = JSON.parse(await downloaded('Download as CSL-JSON'));
  assert.equal(others.length, 0);
  assert.match(item.note, / My note: Mine: "quoted"$/);
  await page.getByRole('status').filter({ hasText: 'Searches have no reference' }).waitFor();
});
