import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEdtf } from './parse.ts';
import { dateInWords, monthName, unitInWords } from './words.ts';

function words(text: string, options?: { supplied?: boolean }): string {
  const parsed = parseEdtf(text);
  assert.ok(parsed.ok, text);
  return dateInWords(parsed.date, options);
}

function assertWords(table: readonly (readonly [text: string, words: string])[]): void {
  for (const [text, expected] of table) assert.equal(words(text), expected, text);
}

test('a date is said with as much as it knows', () => {
  assertWords([
    ['2019-03-05', '5 March 2019'],
    ['2019-12-25', '25 December 2019'],
    ['2019-03', 'March 2019'],
    ['2019', '2019'],
    ['0987-03', 'March 0987'],
  ]);
});

test('doubt goes before the date', () => {
  assertWords([
    ['2009-08~', 'about August 2009'],
    ['2019-03-05?', 'probably 5 March 2019'],
    ['2019-03-05%', 'probably about 5 March 2019'],
    ['2019-21?', 'probably spring 2019'],
    ['198X~', 'about the 1980s'],
  ]);
});

test('a supplied date says so at its end', () => {
  assert.equal(words('2009-08~', { supplied: true }), 'about August 2009 (supplied)');
  assert.equal(words('2019-XX', { supplied: true }), '2019, month unknown (supplied)');
  assert.equal(words('2009/2011', { supplied: true }), '2009 to 2011 (supplied)');
  assert.equal(words('2009-08~', { supplied: false }), 'about August 2009');
});

test('open digits become the span or the gap that they stand for', () => {
  assertWords([
    ['198X', 'the 1980s'],
    ['201X', 'the 2010s'],
    ['200X', '2000–2009'],
    ['19XX', '1900–1999'],
    ['2019-XX', '2019, month unknown'],
    ['2019-03-XX', 'March 2019, day unknown'],
    ['2019-XX-XX', '2019, day and month unknown'],
    ['2019-03-XX?', 'probably March 2019, day unknown'],
  ]);
});

test('seasons have names, and winter two years', () => {
  assertWords([
    ['2019-21', 'spring 2019'],
    ['2019-22', 'summer 2019'],
    ['2019-23', 'autumn 2019'],
    ['2019-24', 'winter 2019–2020'],
    ['1999-24', 'winter 1999–2000'],
  ]);
});

test('an interval says once what its ends share', () => {
  assertWords([
    ['2019-03-05/2019-03-07', '5–7 March 2019'],
    ['2019-02-28/2019-03-02', '28 February to 2 March 2019'],
    ['2018-12-28/2019-01-02', '28 December 2018 to 2 January 2019'],
    ['2018-03-05/2019-03-07', '5 March 2018 to 7 March 2019'],
    ['2019-03/2019-05', 'March to May 2019'],
    ['2018-11/2019-02', 'November 2018 to February 2019'],
    ['2009/2011', '2009 to 2011'],
    ['2019-21/2019-23', 'spring to autumn 2019'],
    ['2019-21/2019-24', 'spring 2019 to winter 2019–2020'],
    ['2018-21/2019-21', 'spring 2018 to spring 2019'],
    ['2019-21/2019-06', 'spring 2019 to June 2019'],
    ['2019-03/2019-05-07', 'March 2019 to 7 May 2019'],
    ['2019/2019-05', '2019 to May 2019'],
    ['2019-03-05/2019-03-05', '5 March 2019'],
    ['2019-XX/2019-XX', '2019, month unknown'],
  ]);
});

test('an interval with doubt or a gap at an end keeps the ends apart', () => {
  assertWords([
    ['2009~/2011', 'from about 2009 to 2011'],
    ['2009/2011~', 'from 2009 to about 2011'],
    ['2009~/2009', 'from about 2009 to 2009'],
    ['2019-03-05~/2019-03-07%', 'from about 5 March 2019 to probably about 7 March 2019'],
    ['2018-XX/2019-03-XX', 'from 2018 (month unknown) to March 2019 (day unknown)'],
    ['198X/19XX', 'from the 1980s to 1900–1999'],
  ]);
});

test('an end that is open or unknown is said', () => {
  assertWords([
    ['2019-03-05/..', '5 March 2019 or later'],
    ['../2019-03-05', '5 March 2019 or earlier'],
    ['2019-03-05/', 'from 5 March 2019 to an unknown date'],
    ['/2019-03-05', 'from an unknown date to 5 March 2019'],
    ['2009-08~/..', 'about August 2009 or later'],
    ['2019-XX/..', '2019 (month unknown) or later'],
    ['../198X', 'the 1980s or earlier'],
  ]);
});

test('a unit of the timeline is said like the date it is', () => {
  assert.equal(unitInWords('2019'), '2019');
  assert.equal(unitInWords('2019-03'), 'March 2019');
  assert.equal(unitInWords('2019-03-05'), '5 March 2019');
  for (const unit of ['', '19', '198X', '2019-13', '2019-3', '2019-03-05~']) {
    assert.throws(() => unitInWords(unit), RangeError, unit);
  }
});

test('a month has its name, and nothing else has one', () => {
  assert.equal(monthName('01'), 'January');
  assert.equal(monthName('12'), 'December');
  for (const month of ['00', '13', '1', '21', 'XX', '', ' 1', '1.']) {
    assert.throws(() => monthName(month), RangeError, month);
  }
});
