import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingMinutes } from './reading-time.ts';

test('a minute is what is read aloud in it: 882 signs, white space not counted', () => {
  const sentence = 'Minsk wrote again. '; // 16 signs
  assert.equal(readingMinutes([sentence.repeat(55)]), 1); // 880
  assert.equal(readingMinutes([sentence.repeat(110)]), 2); // 1,760
  assert.equal(readingMinutes([sentence.repeat(138)]), 3); // 2,208: two and a half
  assert.equal(readingMinutes([sentence.repeat(55), sentence.repeat(55)]), 2);
});

test('nothing takes less than a minute', () => {
  assert.equal(readingMinutes(['Мінск']), 1);
});

test('scripts that were not measured, and texts without letters, get no number', () => {
  for (const text of ['', '1, 2, 3', 'سفينة الملح', '明斯克', 'מינסק']) {
    assert.equal(readingMinutes([text]), undefined, text);
  }
  assert.equal(readingMinutes(['Λιμάνι']), 1);
});
