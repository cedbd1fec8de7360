import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closeDirection, isDirectionClosed } from './direction.ts';

test('a direction that is turned must be turned back, in order', () => {
  for (const text of [
    'Ferry',
    '\u2067سفينة\u2069',
    '\u202Aa\u202Bb\u202C\u202C',
    'a\u200Eb\u200F',
  ]) {
    assert.ok(isDirectionClosed(text), JSON.stringify(text));
  }
  for (const text of ['a\u202Eb', '\u2067a', '\u2066a\u202C', '\u202A\u2068a\u202C']) {
    assert.ok(!isDirectionClosed(text), JSON.stringify(text));
  }
});

test('a direction that was left open is turned back at the end, innermost first', () => {
  assert.equal(closeDirection('a\u202E\u2067b'), 'a\u202E\u2067b\u2069\u202C');
  assert.equal(closeDirection('\u2067a\u2069'), '\u2067a\u2069');
});
