import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEdtf } from './parse.ts';
import type { DateUnits } from './units.ts';
import { unitsOf } from './units.ts';

function units(text: string): DateUnits {
  const parsed = parseEdtf(text);
  assert.ok(parsed.ok, text);
  return unitsOf(parsed.date);
}

test('a date is filed as finely as it is known', () => {
  const day = { years: ['2019'], months: ['2019-03'], days: ['2019-03-05'] };
  const table: [string, DateUnits][] = [
    ['2019-03-05', day],
    ['2019-03-05~', day],
    ['2019-03', { ...day, days: [] }],
    ['2019-03-XX', { ...day, days: [] }],
    ['2019', { years: ['2019'], months: [], days: [] }],
    ['2019-XX', { years: ['2019'], months: [], days: [] }],
    ['2019-XX-XX', { years: ['2019'], months: [], days: [] }],
  ];
  for (const [text, expected] of table) assert.deepEqual(units(text), expected, text);
});

test('an end that is open or unknown counts for nothing', () => {
  for (const text of ['2019-03-05/..', '2019-03-05/', '../2019-03-05', '/2019-03-05']) {
    assert.deepEqual(units(text), units('2019-03-05'), text);
  }
});

test('an interval is filed on every unit that it touches', () => {
  assert.deepEqual(units('2018-12-30/2019-01-02'), {
    years: ['2018', '2019'],
    months: ['2018-12', '2019-01'],
    days: ['2018-12-30', '2018-12-31', '2019-01-01', '2019-01-02'],
  });
});

test('an interval is filed as finely as its vaguer end', () => {
  assert.deepEqual(units('2019-03-30/2019-04').days, []);
  assert.deepEqual(units('2019-03-30/2019-04').months, ['2019-03', '2019-04']);
  assert.deepEqual(units('2019-04-20/2019-04').days, []);
  assert.deepEqual(units('2019-04/2019-04-20').days, []);
  assert.deepEqual(units('2019-10/2019').months, []);
  assert.deepEqual(units('2019/2019-03').months, []);
  assert.deepEqual(units('2019/2020-03').years, ['2019', '2020']);
});

test('a season is filed under its months, and winter under two years', () => {
  assert.deepEqual(units('2019-21').months, ['2019-03', '2019-04', '2019-05']);
  assert.deepEqual(units('2019-24'), {
    years: ['2019', '2020'],
    months: ['2019-12', '2020-01', '2020-02'],
    days: [],
  });
  assert.deepEqual(units('9999-24').months, ['9999-12']);
});

test('more than 31 days are filed under no day, more than 12 months under no month', () => {
  assert.equal(units('2019-01-01/2019-01-31').days.length, 31);
  assert.equal(units('2019-01-02/2019-02-01').days.length, 31);
  assert.deepEqual(units('2019-01-01/2019-02-01').days, []);
  assert.equal(units('2019-01-01/2019-02-01').months.length, 2);
  assert.equal(units('2019-02/2020-01').months.length, 12);
  assert.deepEqual(units('2019-01/2020-01').months, []);
});

test('a decade is filed under ten years, and nothing under more than the first hundred', () => {
  assert.deepEqual(
    units('198X').years.join(' '),
    '1980 1981 1982 1983 1984 1985 1986 1987 1988 1989',
  );
  assert.equal(units('19XX').years.length, 100);
  const long = units('0998/2019').years;
  assert.equal(long.length, 100);
  assert.deepEqual([long[0], long[2], long.at(-1)], ['0998', '1000', '1097']);
});
