import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shippedArchive } from './archive-files.ts';
import { isRedirect, shippedSite } from './built-site.ts';

const site = shippedSite();
const { settings, articles } = shippedArchive();
const baseUrl = settings['baseUrl'] ?? '';
const pages = site.pages.filter((page) => !isRedirect(page));

const property = (document: Document, name: string) =>
  document.querySelector(`meta[property="${name}"]`)?.getAttribute('content') ?? '';

describe('A link to a page, shown elsewhere', () => {
  it('has a title, a sentence and a card of 1200 by 630 that is there, at its full address', () => {
    for (const { document, address } of pages) {
      for (const name of ['og:title', 'og:description', 'og:type', 'og:url', 'og:site_name']) {
        assert.notEqual(property(document, name), '', `${address}: ${name}`);
      }
      const image = property(document, 'og:image');
      assert.ok(image.startsWith(`${baseUrl}cards/`), `${address}: ${image}`);
      const png = site.bytes(`/${image.slice(baseUrl.length)}`);
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630], image);
    }
    assert.ok(pages.length > 80);
  });

  it('names the outlet, and shows the card of the article, which archive.yml asks for', () => {
    assert.equal(articles.length, 5);
    for (const { address } of articles) {
      const { document } = site.page(address);
      const outlet = document.querySelector('article header .label')?.textContent?.trim() ?? '?';
      assert.ok(property(document, 'og:description').startsWith(outlet), `${address}: ${outlet}`);
      assert.ok(property(document, 'og:image').includes(`/cards${address.slice(0, -5)}.png`));
    }
  });

  it('shows the card of the outlet, and of the section of any other page', () => {
    const cardOf = (address: string) =>
      property(site.page(address).document, 'og:image').split('/cards/')[1];
    assert.equal(cardOf('/outlets/the-moscow-times.html'), 'outlets/the-moscow-times.png');
    assert.equal(cardOf('/people/vladimir-putin.html'), 'people.png');
    assert.equal(cardOf('/timeline/2019-03.html'), 'timeline.png');
    assert.equal(cardOf('/coverage.html'), 'pictures.png');
    assert.equal(cardOf('/about.html'), 'archive.png');
  });
});

describe('The mark', () => {
  it('is there as browsers and phones ask for it', () => {
    const touch = site.bytes('/apple-touch-icon.png');
    assert.deepEqual([touch.readUInt32BE(16), touch.readUInt32BE(20)], [180, 180]);
    assert.equal(site.bytes('/favicon.ico').readUInt16LE(2), 1);
    for (const { document } of pages) {
      const link = document.querySelector('link[rel="apple-touch-icon"]');
      assert.match(link?.getAttribute('href') ?? '', /apple-touch-icon\.png$/);
    }
  });
});
