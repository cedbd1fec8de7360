import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shippedArchive } from './archive-files.ts';
import { shippedSite } from './built-site.ts';
import { walk } from './crawl.ts';

const site = shippedSite();
const { settings, articles, records } = shippedArchive();
const found = walk(site, settings['baseUrl'] ?? '');

/** Files that no page names: a script imports them, or a host shows them by itself. */
const UNNAMED = [
  /^\/404\.html$/,
  /^\/robots\.txt$/,
  /^\/favicon\.ico$/,
  /^\/(?:_headers|\.nojekyll|\.well-known\/security\.txt)$/,
  // Named by sitemap.xml, and by the newer documents of the feed.
  /^\/sitemap-\d+\.xml$/,
  /feed-\d+\.(?:xml|json)$/,
  /^\/assets\/[\w-]+\.js$/,
  /^\/search\/stems-[a-z]\.bin$/,
  /^\/pagefind\/pagefind(?:-entry|-worker)?\.(?:js|json)$/,
  /^\/pagefind\/pagefind\.en_\w+\.pf_meta$/,
  /^\/pagefind\/wasm\.\w+\.pagefind$/,
  /^\/search\/(?:head|(?:words|places|texts)-\d+|vocabulary-\w+)\.bin$/,
  /^\/pagefind\/(?:filter|fragment|index)\/en_\w+\.pf_(?:filter|fragment|index)$/,
];

describe('A walk over the built site', () => {
  it('begins at the front page and reaches every page but the one for missing addresses', () => {
    const unreached = site.pages
      .map(({ address }) => address)
      .filter((address) => !found.reached.has(address));
    assert.deepEqual(unreached, ['/404.html']);
  });

  it('finds no dead link and no dead fragment on any page', () => {
    assert.deepEqual(found.dead, []);
  });

  it('finds nothing that a browser would load from another host', () => {
    assert.deepEqual(found.foreign, []);
  });

  it('finds no file that nothing leads to and no one knows', () => {
    const unknown = site.files
      .filter((file) => !found.reached.has(file) && !found.used.has(file))
      .filter((file) => !UNNAMED.some((pattern) => pattern.test(file)));
    assert.deepEqual(unknown, []);
  });

  it('reaches the page of every article, capture and record, and the bytes of every capture', () => {
    const wanted = [
      ...articles.flatMap(({ id, address }) => [
        address,
        `/articles/${id}.capture.html`,
        `/captures/${id}.bin`,
      ]),
      ...records.map(({ address }) => address),
      ...['timeline', 'search', 'about', 'people', 'places', 'outlets', 'sources', 'topics'].map(
        (name) => `/${name}.html`,
      ),
    ];
    assert.equal(articles.length, 5);
    assert.deepEqual(
      wanted.filter((address) => !found.reached.has(address)),
      [],
    );
  });

  it('has looked at a whole site, not at an empty folder', () => {
    assert.ok(site.pages.length >= 70, `${site.pages.length} pages`);
    assert.ok(found.reached.size >= 75, `${found.reached.size} files reached`);
    assert.ok(found.links >= 1500, `${found.links} links`);
  });
});
