import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { passageFragment } from './text-fragment.ts';

test('a short passage is named whole, with the marks of the directive taken out of its way', () => {
  assert.equal(
    passageFragment('p3', '“No one, ever” — so-called'),
    '#p3:~:text=%E2%80%9CNo%20one%2C%20ever%E2%80%9D%20%E2%80%94%20so%2Dcalled',
  );
});

test('of a long passage both ends are named', () => {
  const words = Array.from({ length: 30 }, (_, index) => `w${index}`).join(' ');
  assert.equal(
    passageFragment('p1', words),
    '#p1:~:text=w0%20w1%20w2%20w3%20w4,w25%20w26%20w27%20w28%20w29',
  );
});

test('what stands in a directive reads as the passage again and holds no mark of the directive', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      const short = text.replace(/\s+/g, ' ').trim().split(' ').slice(0, 12).join(' ');
      const directive = passageFragment('p1', short).slice('#p1:~:text='.length);
      assert.doesNotMatch(directive, /[-&,]/);
      assert.equal(decodeURIComponent(directive), short);
    }),
  );
});
