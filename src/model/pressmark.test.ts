import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEdtf } from './date/parse.ts';
import { pressmarkDate } from './pressmark.ts';

test('a spine label has the year above and what is known below it', () => {
  const rows: [string, string, string][] = [
    ['2019-03-05', '2019', '03-05'],
    ['2009-08~', '2009', '08~'],
    ['2009-08-27?', '2009', '08-27?'],
    ['2009%', '2009', '%'],
    ['2009', '2009', ''],
    ['198X', '198X', ''],
    ['2019-XX', '2019', 'XX'],
    ['2019-21', '2019', '21'],
    ['2009/2011', '2009', '–2011'],
    ['2019-03-05/2019-03-07', '2019', '03-05/03-07'],
    ['2019-03~/2019-05', '2019', '03~/05'],
    ['2009-08/..', '2009', 'or later'],
    ['2009/', '2009', 'or later'],
    ['../2009-08', '2009', 'or earlier'],
    ['/2009', '2009', 'or earlier'],
  ];
  for (const [text, year, rest] of rows) {
    const parsed = parseEdtf(text);
    assert.ok(parsed.ok, text);
    assert.deepEqual(pressmarkDate(parsed.date), { year, rest }, text);
  }
});
