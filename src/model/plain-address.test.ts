import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainAddress } from './plain-address.ts';

const PAGE = 'https://www.example-news.com/2012/lake-story';

test('addresses of the same page are the same', () => {
  const plain = plainAddress(PAGE);
  assert.equal(plain, 'example-news.com/2012/lake-story');
  for (const same of [
    'http://example-news.com/2012/lake-story/',
    'https://m.example-news.com/2012/lake-story#comments',
    'https://mobile.example-news.com:443/2012/Lake-Story?utm_source=x&fbclid=1',
    'https://amp.example-news.com/2012/lake-story/amp/',
    'https://example-news.com/amp/2012/lake-story',
    'https://example-news.com/2012/lake-story.amp?amp=1',
    `https://web.archive.org/web/20120304050607/${PAGE}`,
    `https://web.archive.org/web/20120304050607id_/${PAGE}`,
    'https://web.archive.org/web/2012/example-news.com/2012/lake-story',
    `http://archive.today/20120304/${PAGE}`,
    `https://archive.ph/o/Ab12x/${PAGE}`,
    `https://archive.is/2012.03.04-050607/${PAGE}`,
    `https://web.archive.org/web/20200101000000/https://archive.ph/20120304/${PAGE}`,
    'https://www.google.com/amp/s/www.example-news.com/2012/lake-story',
    'https://www-example--news-com.cdn.ampproject.org/c/s/www.example-news.com/2012/lake-story',
    'https://cdn.ampproject.org/c/s/example-news.com/2012/lake-story',
    'https://www-example--news-com.translate.goog/2012/lake-story',
    `https://webcache.googleusercontent.com/search?q=cache:${encodeURIComponent(PAGE)}`,
    `https://www.google.com/url?sa=t&url=${encodeURIComponent(PAGE)}`,
  ]) {
    assert.equal(plainAddress(same), plain, same);
  }
});

test('addresses of different pages differ', () => {
  const pages = [
    PAGE,
    `${PAGE}-2`,
    'https://example-news.com/story.php?id=1',
    'https://example-news.com/story.php?id=2',
    'https://example-news.com/story.php?id=2&page=2',
    'https://example.org/2012/lake-story',
    'https://example-news.com/#!/2012/lake-story',
  ];
  assert.equal(new Set(pages.map(plainAddress)).size, pages.length);
});

test('what leads to no page of its own has none', () => {
  for (const address of [
    undefined,
    '',
    'example.org/x',
    'ftp://example.org/x',
    'https://example.org',
    'https://www.example.org/?utm_source=x',
    'https://example.org/index.html#top',
    'mailto:a@example.org',
  ]) {
    assert.equal(plainAddress(address), undefined);
  }
});

test('order of parameters, scheme and fragment never matter', () => {
  fc.assert(
    fc.property(
      fc.webUrl({ withQueryParameters: true, withFragments: false }),
      fc.constantFrom('#x', '?', ''),
      (address, ending) => {
        const plain = plainAddress(address);
        const other = address.replace(/^https?/, 'http') + (address.includes('?') ? '' : ending);
        assert.equal(plainAddress(other), plain);
      },
    ),
  );
});
