import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHOICES, parseChoices, withChoice } from './choices.ts';

test('only what the archive knows is taken from what the device has stored', () => {
  const stored = { paper: 'sepia', size: 'huge', line: 7, keys: '', onload: 'x', toString: 'y' };
  assert.deepEqual(parseChoices(JSON.stringify(stored)), { paper: 'sepia' });
  for (const text of [null, '', '[', 'null', '"dark"', '[1]', '{"paper":"constructor"}']) {
    assert.deepEqual(parseChoices(text), {}, String(text));
  }
});

test('a choice stays until it is changed, and the empty option takes it away', () => {
  const dark = withChoice({ size: 'large' }, 'paper', 'dark');
  assert.deepEqual(dark, { size: 'large', paper: 'dark' });
  assert.deepEqual(withChoice(dark, 'paper', 'light'), { size: 'large', paper: 'light' });
  assert.deepEqual(withChoice(dark, 'paper', ''), { size: 'large' });
});

test('every choice has an option that changes nothing', () => {
  for (const { options } of CHOICES) assert.ok('' in options);
});
