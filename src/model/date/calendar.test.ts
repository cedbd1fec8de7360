import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysInMonth, isLeapYear, isoDay, nextDay, weekdayOf } from './calendar.ts';

test('a year is a leap year every fourth year, but of the centuries only every fourth', () => {
  for (const year of [4, 1996, 2000, 2016, 2020, 2400])
    assert.equal(isLeapYear(year), true, `${year}`);
  for (const year of [1, 1900, 2019, 2100, 2200]) assert.equal(isLeapYear(year), false, `${year}`);
});

test('the months have the lengths that a calendar on the wall shows', () => {
  const lengths = Array.from({ length: 12 }, (_, index) => daysInMonth(2019, index + 1));
  assert.deepEqual(lengths, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  assert.equal(daysInMonth(2020, 2), 29);
  assert.equal(daysInMonth(2020, 1), 31);
});

test('a month outside 1 to 12 is an error, not a length', () => {
  for (const month of [0, 13, -1, 1.5, Number.NaN]) {
    assert.throws(() => daysInMonth(2019, month), RangeError);
  }
});

test('the next day crosses the ends of months, years and February', () => {
  const table = [
    ['2019-03-05', '2019-03-06'],
    ['2019-02-28', '2019-03-01'],
    ['2020-02-28', '2020-02-29'],
    ['2020-02-29', '2020-03-01'],
    ['2019-04-30', '2019-05-01'],
    ['2019-09-09', '2019-09-10'],
    ['2019-12-31', '2020-01-01'],
    ['0999-12-31', '1000-01-01'],
    ['0000-12-31', '0001-01-01'],
  ] as const;
  for (const [day, next] of table) assert.equal(nextDay(day), next);
});

test('there is no next day after the last that four digits can name', () => {
  assert.throws(() => nextDay('9999-12-31'), RangeError);
});

test('what is not a day has neither a next day nor a weekday', () => {
  for (const text of [
    '2019-02-29',
    '2019-13-01',
    '2019-00-10',
    '2019-04-00',
    '2019-3-5',
    '2019-03',
    '',
  ]) {
    assert.throws(() => nextDay(text), RangeError, text);
    assert.throws(() => weekdayOf(text), RangeError, text);
  }
});

test('weekdays agree with days known from history, Monday being 0', () => {
  const table = [
    ['1969-07-20', 6], // a Sunday: the first landing on the Moon
    ['1989-11-09', 3], // a Thursday: the Berlin Wall opens
    ['2000-02-29', 1], // a Tuesday
    ['2001-09-11', 1], // a Tuesday
    ['1900-01-01', 0], // a Monday
    ['2019-03-05', 1], // a Tuesday
  ] as const;
  for (const [day, weekday] of table) assert.equal(weekdayOf(day), weekday, day);
});

test('every day is one weekday after the day before it', () => {
  const day = fc
    .tuple(
      fc.integer({ min: 0, max: 9998 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 30 }),
    )
    .map(([year, month, extra]) => isoDay(year, month, 1 + (extra % daysInMonth(year, month))));
  fc.assert(
    fc.property(day, (iso) => {
      assert.equal(weekdayOf(nextDay(iso)), (weekdayOf(iso) + 1) % 7);
      assert.ok(nextDay(iso) > iso);
    }),
  );
});

test('four centuries have 146,097 days when they are walked day by day', () => {
  let days = 0;
  for (let day = '1801-01-01'; day !== '2201-01-01'; day = nextDay(day)) days++;
  assert.equal(days, 146_097);
});
