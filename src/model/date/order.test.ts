import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EdtfDate } from './edtf.ts';
import { compareDates } from './order.ts';
import { parseEdtf } from './parse.ts';

function dates(texts: readonly string[]): EdtfDate[] {
  return texts.map((text) => {
    const parsed = parseEdtf(text);
    assert.ok(parsed.ok, text);
    return parsed.date;
  });
}

test('dates are in order of their earliest day, then their latest, then their spelling', () => {
  const inOrder = [
    '../2019',
    '19XX',
    '198X',
    '1989',
    '2019-01-01',
    '2019-01',
    '2019-01-XX',
    '2019-01?',
    '2019-01~',
    '2019',
    '2019-XX',
    '2019-01/',
    '2019-01/..',
    '2019-21',
    '2019-03-05',
    '2019-03-05/2019-03-07',
  ];
  const sorted = dates([...inOrder].reverse()).sort(compareDates);
  assert.deepEqual(
    sorted.map(({ text }) => text),
    inOrder,
  );
});

test('a date is level with itself alone', () => {
  const [plain, doubted, again] = dates(['2019-03', '2019-03~', '2019-03']) as [
    EdtfDate,
    EdtfDate,
    EdtfDate,
  ];
  assert.equal(compareDates(plain, again), 0);
  assert.notEqual(compareDates(plain, doubted), 0);
});
