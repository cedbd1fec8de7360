import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packCount, packOf } from './offline.ts';

test('every file that a page fetches has one script, and no other file has any', () => {
  assert.equal(packOf('/search/texts-12.bin', 3), '/search/texts-12.js');
  assert.equal(packOf('/data/articles.csl.json', 3), '/offline/data/articles.csl.json.js');
  const citation = packOf('/articles/2009/a-b.json', 3);
  assert.match(citation ?? '', /^\/offline\/citations-[012]\.js$/);
  for (const format of ['txt', 'bib', 'ris']) {
    assert.equal(packOf(`/articles/2009/a-b.${format}`, 3), citation);
  }
  for (const other of [
    '/articles/2009/a.html',
    '/search/../x.bin',
    '/data/oai.xml',
    '/feed.json',
  ]) {
    assert.equal(packOf(other, 3), undefined, other);
  }
});

test('citations are spread evenly over their scripts', () => {
  const [articles, sizes] = [2500, new Map<string, number>()];
  const packs = packCount(articles);
  for (let at = 0; at < articles; at++) {
    const pack = packOf(`/articles/1987/story-number-${at}.txt`, packs) ?? '';
    sizes.set(pack, (sizes.get(pack) ?? 0) + 1);
  }
  assert.equal(sizes.size, 50);
  assert.ok(Math.max(...sizes.values()) < 100 && Math.min(...sizes.values()) > 20);
  assert.equal(packCount(0), 1);
});
