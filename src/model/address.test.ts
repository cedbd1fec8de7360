import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as address from './address.ts';

test('every address is spelled in one way, and is the name of a file', () => {
  const rows: [string, string][] = [
    [address.articleAddress('2019/a-b'), '/articles/2019/a-b.html'],
    [address.captureAddress('2019/a-b'), '/articles/2019/a-b.capture.html'],
    [address.compareAddress('2019/a-b'), '/articles/2019/a-b.compare.html'],
    [address.captureBytesAddress('2019/a-b'), '/captures/2019/a-b.bin'],
    [address.recordAddress('people', 'a'), '/people/a.html'],
    [address.recordAddress('people', 'a', 2), '/people/a-2.html'],
    [address.kindAddress('places'), '/places.html'],
    [address.timelineAddress(), '/timeline.html'],
    [address.timelineAddress('2019-03-05'), '/timeline/2019-03-05.html'],
    [address.timelineAddress('2019-03', 1), '/timeline/2019-03-page-1.html'],
    [address.searchAddress(), '/search.html'],
    [address.searchAddress({ q: 'a b', person: 'c' }), '/search.html?q=a+b&person=c'],
  ];
  for (const [made, expected] of rows) assert.equal(made, expected);
});

test('a link is written as it is seen from its page', () => {
  const rows: [string, string, string][] = [
    ['/index.html', '/about.html', 'about.html'],
    ['/index.html', '/articles/2019/a.html', 'articles/2019/a.html'],
    ['/articles/2019/a.html', '/articles/2019/b.html', 'b.html'],
    ['/articles/2019/a.html', '/articles/2019/a.html#p3', 'a.html#p3'],
    ['/articles/2019/a.html', '/articles/2020/b.html', '../2020/b.html'],
    ['/articles/2019/a.html', '/index.html', '../../index.html'],
    ['/people/a.html', '/people.html', '../people.html'],
    ['/people.html', '/people/a.html', 'people/a.html'],
    ['/people/a.html', '/search.html?q=x/y#z', '../search.html?q=x/y#z'],
    ['/timeline/2019.html', '/timeline/2019/x.html', '2019/x.html'],
  ];
  for (const [from, to, link] of rows) assert.equal(address.relativeAddress(from, to), link);
});

const segment = fc.string({
  unit: fc.constantFrom(...'ab0-'),
  minLength: 1,
  maxLength: 3,
});
const file = fc
  .tuple(fc.array(segment, { maxLength: 3 }), segment, fc.constantFrom('.html', '.bin', '.js'))
  .map(([folders, name, ending]) => `/${[...folders, name].join('/')}${ending}`);
const tail = fc.constantFrom('', '#p1', '?q=a', '?q=a/b/../c', '?q=a#b/c', '#/../x');
const base = fc
  .tuple(fc.constantFrom('https://example.org/', 'http://localhost:4321/'), fc.array(segment))
  .map(([host, path]) => `${host}${path.map((part) => `${part}/`).join('')}`);

test('under any base, a relative link leads where the full address does', () => {
  fc.assert(
    fc.property(base, file, file, tail, (under, from, to, end) => {
      const here = address.fullAddress(under, from);
      const link = address.relativeAddress(from, `${to}${end}`);
      assert.equal(new URL(link, here).href, address.fullAddress(under, `${to}${end}`));
      assert.doesNotMatch(link, /^\/|^[a-z]+:/);
    }),
    { numRuns: 2000 },
  );
});

test('the address on the host is the full address without the host', () => {
  fc.assert(
    fc.property(base, file, (under, to) => {
      const full = address.fullAddress(under, to);
      assert.equal(new URL(address.hostAddress(under, to), under).href, full);
    }),
  );
});

test('the front page is known by its folder', () => {
  assert.equal(address.fullAddress('https://a.org/b/', address.HOME), 'https://a.org/b/');
  assert.equal(
    address.fullAddress('https://a.org/', '/people/index.html'),
    'https://a.org/people/index.html',
  );
});

test('an old address may stand where the site itself has nothing', () => {
  const rows: [string, string | undefined][] = [
    ['/articles/2010/old.html', undefined],
    ['/old.html', undefined],
    ['/old/people/a.html', undefined],
    ['/index.html', 'the page /index.html'],
    ['/404.html', 'the page /404.html'],
    ['/people.html', 'the page /people.html'],
    ['/timeline.html', 'the page /timeline.html'],
    ['/search.html', 'the page /search.html'],
    ['/people/nobody.html', 'the folder /people/'],
    ['/timeline/2019.html', 'the folder /timeline/'],
    ['/captures/2019/a.html', 'the folder /captures/'],
    ['/pagefind/a.html', 'the folder /pagefind/'],
    ['/assets/a.html', 'the folder /assets/'],
    ['/data/a.html', 'the folder /data/'],
  ];
  for (const [old, owner] of rows) assert.equal(address.reservedAddress(old), owner, old);
});
