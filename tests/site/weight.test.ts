import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { shippedArchive } from './archive-files.ts';
import { shippedSite } from './built-site.ts';

const site = shippedSite();
const START = '/assets/start.js';

function packed(address: string): number {
  return gzipSync(site.bytes(address), { level: 9 }).length;
}

/** What is heavier than it may be: `address: bytes`. */
function heavier(addresses: readonly string[], most: number, weigh: (one: string) => number) {
  return addresses
    .map((address) => ({ address, bytes: weigh(address) }))
    .filter(({ bytes }) => bytes > most)
    .map(({ address, bytes }) => `${address}: ${bytes} bytes`);
}

/** What citing, the reader's list, the reading settings and stemmers add, each loaded when it is used. */
const OTHERS =
  /\/(?:boxes|cite-box|elements|keep|my-list|page|reading|recent|results|sheet|stems|store|styles|verify-box|write-citations)-[\w-]+\.js$/;

describe('The weight of the site', () => {
  it('is at most 14,600 bytes for an article page with styles and script: the first round trip', () => {
    const articles = shippedArchive().articles.map(({ address }) => address);
    assert.equal(articles.length, 5);
    const withScript = (address: string) => packed(address) + packed(START);
    assert.deepEqual(heavier(articles, 14_600, withScript), []);
  });

  it('is at most 1,000 bytes for the script of every page', () => {
    assert.ok(site.bytes(START).length <= 1000, `${site.bytes(START).length} bytes`);
    assert.ok(site.bytes(START).length > 0);
  });

  it('is at most 60,000 bytes for any page', () => {
    const pages = site.pages.map(({ address }) => address);
    assert.deepEqual(
      heavier(pages, 60_000, (address) => site.bytes(address).length),
      [],
    );
  });

  it('is at most 30,000 bytes, packed, for what search adds to the script, its index not counted', () => {
    const rest = site.files.filter(
      (file) => /^\/assets\/.*\.js$/.test(file) && file !== START && !OTHERS.test(file),
    );
    const bytes = rest.reduce((sum, file) => sum + gzipSync(site.bytes(file)).length, 0);
    assert.ok(bytes > 0 && bytes <= 30_000, `${bytes} bytes: ${rest.join(', ')}`);
  });
});
