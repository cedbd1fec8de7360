import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { says } from './search-page.ts';
import { KINDS_OF_PAGE, type ServedSite, SHIPPED, serveSite, shut } from './served-site.ts';

let site: ServedSite;

/** What goes wrong on the pages of a browser that visits them all and searches. */
const wrong: string[] = [];
const addresses = [
  ...readdirSync(SHIPPED, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.split(path.sep).join('/')}`),
  KINDS_OF_PAGE['the page for missing addresses'] ?? '',
];
let asked = 0;
let page: Page;

before(async () => {
  site = await serveSite();
  page = await site.open();
  const add = (what: string) => wrong.push(`${new URL(page.url()).pathname}: ${what}`);
  page.on('pageerror', (error) => add(`error: ${error.message}`));
  page.on('console', (message) => {
    // The browser tells of a missing page as an error, and that page is asked for on purpose.
    const isMissing = /status of 404/.test(message.text()) && page.url().includes('/no/');
    if (['error', 'warning'].includes(message.type()) && !isMissing) add(message.text());
  });
  page.on('requestfailed', (request) => {
    // What is still on its way when the reader goes on is given up.
    const { errorText = '' } = request.failure() ?? {};
    if (errorText !== 'net::ERR_ABORTED') add(`${errorText}: ${request.url()}`);
  });
  page.on('response', (response) => {
    const isMissing = page.url().includes('/no/') && response.request().isNavigationRequest();
    if (response.status() >= 400 && !isMissing && !response.url().includes('/no/')) {
      add(`${response.status()}: ${response.url()}`);
    }
  });
  page.context().on('request', (request) => {
    asked++;
    if (!request.url().startsWith(site.url)) add(`another host: ${request.url()}`);
  });
  await page.exposeFunction('tellViolation', (what: string) => add(`violation: ${what}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { tellViolation } = window as unknown as { tellViolation(what: string): void };
      tellViolation(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  for (const address of addresses) await page.goto(site.at(address));
  await page.goto(site.at('/search.html?q=Lukashenka'));
  await says(page, /found/);
  await page.getByRole('checkbox').first().check();
  await page.waitForURL(/outlet=/);
  await says(page, /found/);
});

after(() => site.close());

describe('The pages of the site', () => {
  it('break none of their own rules, ask no other host and cause no error, and search does not either', () => {
    assert.deepEqual(wrong, []);
    assert.ok(addresses.length >= 70, `${addresses.length} pages`);
    assert.ok(asked > addresses.length, `${asked} requests`);
  });

  it('leave nothing in the browser: no cookie, nothing stored', async () => {
    const { cookies, origins } = await page.context().storageState();
    assert.deepEqual({ cookies, origins }, { cookies: [], origins: [] });
  });

  it('run no script but those of the site, and no style but their own', async () => {
    const page = await site.open();
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    await page.goto(site.at('/index.html'));
    const refused = await page.evaluate(() => {
      const script = document.createElement('script');
      try {
        script.textContent = 'document.title = "broken in"';
        document.body.append(script);
        document.body.insertAdjacentHTML('beforeend', '<p>parsed</p>');
        return false;
      } catch {
        return true;
      }
    });
    assert.ok(refused, 'Trusted Types let a text become a script or markup');
    await page.evaluate(() => {
      const styled = document.createElement('p');
      styled.id = 'styled';
      styled.setAttribute('style', 'color: red');
      document.body.append(styled);
      const image = document.createElement('img');
      image.src = 'https://elsewhere.example.net/pixel.png';
      document.body.append(image);
    });
    assert.notEqual(await page.title(), 'broken in');
    const colour = await page
      .locator('#styled')
      .evaluate((element) => getComputedStyle(element).color);
    assert.notEqual(colour, 'rgb(255, 0, 0)');
    assert.ok(
      told.filter((text) => /Content Security Policy/.test(text)).length >= 2,
      told.join('\n'),
    );
    await shut(page);
  });
});
