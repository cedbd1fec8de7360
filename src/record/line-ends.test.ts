import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from './hash.ts';
import { withSealedLineEnds } from './line-ends.ts';

const text = fc
  .array(fc.constantFrom('a', '\u00e9', '\n', '\ra', ' ', '\n\n'))
  .map((parts) => parts.join(''));

test('the sealed bytes are found whichever way the line ends went', () => {
  fc.assert(
    fc.property(text, fc.boolean(), fc.boolean(), (lf, isCrLf, drops) => {
      const crlf = lf.replaceAll('\n', '\r\n');
      const [sealed, other] = isCrLf ? [crlf, lf] : [lf, crlf];
      const found = drops ? other.replace(/\r?\n$/, '') : other;
      const mended = withSealedLineEnds(Buffer.from(found), sha256(sealed));
      assert.equal(mended && Buffer.from(mended).toString(), sealed);
    }),
  );
});

test('no other difference is taken for one of line ends', () => {
  for (const [sealed, found] of [
    ['a\nb', 'a b'],
    ['a\n', 'a \n'],
    ['a', 'a\u2028'],
    ['a', ''],
  ]) {
    assert.equal(withSealedLineEnds(Buffer.from(found ?? ''), sha256(sealed ?? '')), undefined);
  }
});
