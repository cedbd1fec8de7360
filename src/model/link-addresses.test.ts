import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linkAddresses } from './link-addresses.ts';

test('an address ends before the marks that belong to the sentence', () => {
  const rows: [string, string[]][] = [
    ['See https://a.org/b.', ['https://a.org/b']],
    ['(http://a.org/b)', ['http://a.org/b']],
    ['“https://a.org/b”, and', ['https://a.org/b']],
    ['https://a.org/b?c=d&e=(f)#g!', ['https://a.org/b?c=d&e=(f)#g']],
    ['https://a.org/ and http://b.org/', ['https://a.org/', 'http://b.org/']],
    ['<https://a.org>', ['https://a.org']],
    ['www.a.org, ftp://a.org, javascript:alert(1), mailto:b@a.org', []],
    ['https://', []],
    ['https://[', []],
  ];
  for (const [text, addresses] of rows) {
    const found = linkAddresses(text).flatMap(({ address }) => address ?? []);
    assert.deepEqual(found, addresses, text);
  }
});

test('an address is shown by its host and the beginning of its path', () => {
  const [part] = linkAddresses('https://www.example.org/');
  assert.equal(part?.text, 'example.org');
  const [long] = linkAddresses(`https://example.org/${'a'.repeat(60)}`);
  assert.equal(long?.text, `example.org/${'a'.repeat(35)}…`);
});

test('the words around addresses stay as they are', () => {
  assert.deepEqual(linkAddresses('A (https://a.org/b) c'), [
    { text: 'A (' },
    { text: 'a.org/b', address: 'https://a.org/b' },
    { text: ') c' },
  ]);
  assert.deepEqual(linkAddresses(''), []);
  const piece = fc.constantFrom('https://', 'http://a.b', '/c', '.', ' ', '”', '<', '[', 'd', '%');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      const parts = linkAddresses(text);
      assert.equal(parts.map((part) => part.address ?? part.text).join(''), text);
      for (const { address } of parts) {
        assert.ok(address === undefined || /^https?:$/.test(new URL(address).protocol));
      }
    }),
  );
});
