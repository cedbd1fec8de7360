import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type ServedSite, SHIPPED, serveSite, shut } from './served-site.ts';

const ID = '2019/belarus-leader-seeks-better-ties-with-west-despite-russian-hysterics';
const capture = readFileSync(path.join(SHIPPED, `captures/${ID}.bin`));
let site: ServedSite;

before(async () => {
  site = await serveSite();
});
after(() => site.close());

/** The article on a phone, with the box opened from the keyboard, and what the browser complains of. */
async function opened(): Promise<{ page: Page; complaints: string[] }> {
  const page = await site.open({ viewport: { width: 360, height: 740 } });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(site.at(`/articles/${ID}.html`));
  return { page, complaints };
}

async function verdict(page: Page): Promise<string> {
  const box = page.locator('details[data-verify]');
  await box.locator('summary').press('Enter');
  await page.getByRole('button', { name: 'Verify the capture in this browser' }).press('Enter');
  const live = box.getByRole('status');
  await live.filter({ hasText: /vouches for|nothing was checked/i }).waitFor();
  return (await live.textContent()) ?? '';
}

test('a reader verifies a capture from the keyboard, and learns what that proves', async () => {
  const { page, complaints } = await opened();
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  const words = await verdict(page);
  assert.match(words, /^The capture is the one that this page vouches for/);
  assert.match(words, /does not prove/);
  assert.ok(
    scripts.some((url) => /verify-box-/.test(url)),
    'the script comes when it is used',
  );
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `${width} px`);
  assert.deepEqual(complaints, []);
  await shut(page);
});

test('a capture in which one bit was flipped is found out', async () => {
  const { page, complaints } = await opened();
  const tampered = Buffer.from(capture);
  tampered[100] = (tampered[100] ?? 0) ^ 1;
  await page.route('**/*.bin', (route) => route.fulfill({ body: tampered }));
  assert.match(await verdict(page), /^The capture is not the one that this page vouches for\./);
  assert.deepEqual(complaints, []);
  await shut(page);
});

test('a capture that is not there is not verified', async () => {
  const { page } = await opened();
  await page.route('**/*.bin', (route) => route.fulfill({ status: 404, body: '' }));
  assert.match(await verdict(page), /status 404\), so nothing was checked/);
  await shut(page);
});

test('without a script the page says how it is done by hand', async () => {
  const page = await site.open({ javaScriptEnabled: false });
  await page.goto(site.at(`/articles/${ID}.html`));
  await page.locator('details[data-verify] summary').click();
  assert.match(
    await page.locator('details[data-verify]').innerText(),
    /sha256sum belarus-leader.*\.bin/,
  );
  assert.equal(await page.locator('details[data-verify] button').count(), 0);
  await shut(page);
});
