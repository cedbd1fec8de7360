import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEdtf } from './parse.ts';

type Row = readonly [text: string, what: RegExp, remedy: string | RegExp];

function assertRefused(rows: readonly Row[]): void {
  for (const [text, what, remedy] of rows) {
    const parsed = parseEdtf(text);
    assert.ok(!parsed.ok, `${text} is accepted`);
    assert.match(parsed.what, what, text);
    if (typeof remedy === 'string') assert.equal(parsed.remedy, remedy, text);
    else assert.match(parsed.remedy, remedy, text);
  }
}

test('a day that is not in the calendar is refused with the reason', () => {
  assertRefused([
    [
      '2019-02-29',
      /2019 is not a leap year and February has 28 days/,
      /2019-02 if it is not known/,
    ],
    ['1900-02-29', /1900 is not a leap year and February has 28 days/, /1900-02/],
    ['2020-02-30', /2020 is a leap year and February has 29 days/, /2020-02/],
    ['2019-04-31', /: April has 30 days/, /2019-04/],
    ['2019-03-32', /: March has 31 days/, /2019-03/],
    ['2019-03-00', /the day 00/, /2019-03-XX/],
  ]);
});

test('a month that does not exist is refused with what may have been meant', () => {
  assertRefused([
    [
      '2019-13',
      /13 is not one of 01 to 12/,
      'Correct the month, or write 2019 if it is not known.',
    ],
    ['2011-13', /13 is not one of 01 to 12/, /^Write 2011\/2013 if the years/],
    ['2019-25-03', /25 is not one of/, 'Write 2019-03-25 if the day was put before the month.'],
    ['2019-30-02', /30 is not one of/, /^Correct the month/],
    ['2019-20', /20 is not one of/, /^Write 2019\/2020/],
    ['2019-42', /42 is not one of/, /2019\/2042/],
    ['2019-00', /the month 00/, /^Write 2019-XX if/],
    ['2019-00-00', /the month 00/, /^Write 2019-XX-XX if/],
    ['2019-21-05', /21 is not one of/, /2019-21 for the season/],
  ]);
});

test('a year outside 0001 to 9999 is refused', () => {
  assertRefused([
    ['0000', /has the year 0000/, /0001 to 9999/],
    ['000X', /has the year 000X/, /0001 to 9999/],
    ['00XX', /has the year 00XX/, /0001 to 9999/],
    ['-0044', /before the year 1/, /0001 to 9999/],
    ['10000', /too long for a year/, /0001 to 9999/],
    ['Y170000002', /prefix of years beyond four digits/, /0001 to 9999/],
    ['Y-17E7', /prefix of years beyond four digits/, /0001 to 9999/],
  ]);
});

test('forms of level 2 are refused by name', () => {
  assertRefused([
    ['{2009,2010}', /set of dates, which only level 2/, /^Write one date, or an interval/],
    ['[..2009]', /set of dates, which only level 2/, /^Write one date, or an interval/],
    ['1950S2', /a power or an estimate/, /four digits/],
    ['17E7', /a power or an estimate/, /four digits/],
    ['1984-~06', /mark of doubt elsewhere/, 'Write 1984-06~ for a date in doubt as a whole.'],
    ['1984?-06', /mark of doubt elsewhere/, 'Write 1984-06? for a date in doubt as a whole.'],
    [
      '2004?-06~-11',
      /mark of doubt elsewhere/,
      'Write 2004-06-11% for a date in doubt as a whole.',
    ],
    ['~2009', /mark of doubt elsewhere/, 'Write 2009~.'],
    ['198X-03', /a month in a year with open digits/, /^Write 198X, or/],
    ['198X-02-29', /a month in a year with open digits/, /^Write 198X, or/],
    ['2019-XX-05', /a day in an unknown month/, /^Write 2019-XX-XX, or 2019 alone/],
    ['2019-1X', /leaves digits open/, /XX for a whole month or day/],
    ['2019-03-2X', /leaves digits open/, /XX for a whole month or day/],
    ['1XXX', /leaves digits open/, /the last one or two digits/],
    ['XXXX', /not say anything about the year/, /^Write a date such as/],
    ['XXXX-12', /not say anything about the year/, /^Write a date such as/],
    ['2019-25', /only level 2/, 'Write 2019-21, the same season as level 1 has it.'],
    ['2019-28', /only level 2/, /^Write 2019-24,/],
    ['2019-29', /only level 2/, /interval/],
    ['2019-33', /only level 2/, 'Write 2019-01/2019-03.'],
    ['2019-36', /only level 2/, 'Write 2019-10/2019-12.'],
    ['2019-39', /only level 2/, 'Write 2019-09/2019-12.'],
    ['2019-41', /only level 2/, 'Write 2019-07/2019-12.'],
  ]);
});

test('signs of the draft of 2012 are refused with those of the standard', () => {
  assertRefused([
    ['198u', /digits open/, 'Write 198X.'],
    ['19xx', /digits open/, 'Write 19XX.'],
    ['2009?~', /mark of doubt/, 'Write 2009%.'],
    ['2009/unknown', /ends/, 'Write 2009/.'],
    ['open/2009', /ends/, 'Write ../2009.'],
  ]);
});

test('a time of day is refused, and the day alone proposed', () => {
  assertRefused([
    ['2019-03-05T10:00:00Z', /time of day/, 'Write 2019-03-05.'],
    ['2019-03-05T10:00:00.000+03:00', /time of day/, 'Write 2019-03-05.'],
    ['2016-04-22 17:47', /time of day/, 'Write 2016-04-22.'],
    ['2016-04-22T17:47', /time of day/, 'Write 2016-04-22.'],
    ['2019-02-29T10:00', /time of day/, /^Write a date such as/],
    ['2019-03-05T10:00/2019-03-06T10:00', /time of day/, 'Write 2019-03-05/2019-03-06.'],
    ['Tue, 05 Mar 2019 10:00:00 GMT', /time of day/, 'Write 2019-03-05.'],
  ]);
});

test('a date in numbers that two halves of the world read differently is proposed both ways', () => {
  const both = 'Write 2019-03-05 for 5 March, or 2019-05-03 for May 3.';
  assertRefused([
    ['05/03/2019', /could be 5 March or May 3/, both],
    ['05.03.2019', /could be 5 March or May 3/, both],
    ['5-3-2019', /could be 5 March or May 3/, both],
    ['25/03/2019', /is not a year, month and day/, 'Write 2019-03-25 for 25 March.'],
    ['03/25/2019', /is not a year, month and day/, 'Write 2019-03-25 for March 25.'],
    ['05/05/2019', /is not a year, month and day/, 'Write 2019-05-05.'],
    ['32/13/2019', /is not a year, month and day/, /^Write a date such as/],
    ['05/03/19', /year of two digits/, 'Write the year first and in full, such as 2019-03-05.'],
    ['2011/12', /December 2011 or the years 2011 to 2012/, /2011-12 for .*, or 2011\/2012 for /],
  ]);
});

test('a date in numbers with one meaning is proposed as EDTF writes it', () => {
  assertRefused([
    ['2019-3-5', /is not a year/, 'Write 2019-03-05.'],
    ['2019-3', /is not a year/, 'Write 2019-03.'],
    ['2019/03/05', /is not a year/, 'Write 2019-03-05.'],
    ['2019 03 05', /is not a year/, 'Write 2019-03-05.'],
    ['2019/03', /is not a year/, 'Write 2019-03 for March 2019.'],
    ['2019/20', /is not a year/, 'Write 2019/2020 for the years 2019 to 2020.'],
    ['2019/19', /is not a year/, /^Write a date such as/],
    ['03/2019', /is not a year/, 'Write 2019-03.'],
    ['20190305', /without the hyphens/, 'Write 2019-03-05.'],
    ['201903', /without the hyphens/, 'Write 2019-03 for March 2019.'],
    ['2009-2011', /is not a year/, 'Write 2009/2011.'],
    ['2019-03-05/07', /ends/, 'Write 2019-03-05/2019-03-07.'],
    ['2019-03-05/04-02', /ends/, 'Write 2019-03-05/2019-04-02.'],
    ['2019-3-5/2019-03-07', /ends/, 'Write 2019-03-05/2019-03-07.'],
  ]);
});

test('dashes, spaces and unseen characters are refused, and the same without them proposed', () => {
  assertRefused([
    ['2019–03–05', /a dash where EDTF has a hyphen/, 'Write 2019-03-05.'],
    ['2011–12', /December 2011 or the years 2011 to 2012/, /2011-12 for .*, or 2011\/2012 for /],
    ['2009–2011', /a dash/, 'Write 2009/2011.'],
    ['2009 — 2011', /a dash/, 'Write 2009/2011.'],
    ['2019-03-05 – 2019-03-07', /a dash/, 'Write 2019-03-05/2019-03-07.'],
    [' 2019-03-05', /^“ 2019-03-05” has white space before or after/, 'Write 2019-03-05.'],
    ['2019-03-05\n', /white space before or after/, 'Write 2019-03-05.'],
    ['2009 ~', /./, 'Write 2009~.'],
    ['2009 / 2011', /./, 'Write 2009/2011.'],
    [
      '\u200e2019-03-05',
      /“\\u\{200e\}2019-03-05” has a character that cannot be seen/,
      'Write 2019-03-05.',
    ],
    ['[2009-08~]', /square brackets/, 'Write 2009-08~.'],
    ['٢٠١٩', /not an EDTF date/, /^Write a date such as/],
  ]);
});

test('a date in English is refused, and its EDTF proposed where it has one', () => {
  assertRefused([
    ['5 March 2019', /in words/, 'Write 2019-03-05.'],
    ['March 5, 2019', /in words/, 'Write 2019-03-05.'],
    ['Tuesday, 5th of March 2019', /in words/, 'Write 2019-03-05.'],
    ['5-Mar-2019', /in words/, 'Write 2019-03-05.'],
    ['2019 Sept. 5', /in words/, 'Write 2019-09-05.'],
    ['March 2019', /in words/, 'Write 2019-03.'],
    ['about August 2009', /in words/, 'Write 2009-08~.'],
    ['c. 2009', /in words/, 'Write 2009~.'],
    ['probably about 2009', /in words/, 'Write 2009%.'],
    ['perhaps spring 2019', /in words/, 'Write 2019-21?.'],
    ['fall 2019', /in words/, 'Write 2019-23.'],
    ['the 1980s', /in words/, 'Write 198X.'],
    ['1900s', /the ten years from 1900 or the hundred/, /190X for .*, or 19XX for /],
    ['winter 2019', /December 2019 or .* February 2019/, /2019-24 for .*, or 2018-24 for /],
    ['winter 2019–20', /./, 'Write 2019-24.'],
    ['from 5 March 2019 to 7 March 2019', /in words/, 'Write 2019-03-05/2019-03-07.'],
    ['31 February 2019', /in words/, /^Write a date such as/],
    ['ma 2019', /in words/, /^Write a date such as/],
    ['early 2019', /in words/, /^Write a date such as/],
    ['yesterday', /in words/, /^Write a date such as/],
  ]);
});

test('an open end or a stray mark is never dropped from what is proposed', () => {
  assertRefused([
    ['March 2021 – ..', /a dash/, 'Write 2021-03/.. instead.'],
    ['March 2021/..', /ends/, 'Write 2021-03/.. instead.'],
    ['March 2021 –', /a dash/, /^Write a date such as/],
    ['–1980s', /a dash/, /^Write a date such as/],
    ['..1980s', /./, /^Write a date such as/],
    ['~2009-08/2011', /ends/, /^Write both ends in full/],
    ['05~05', /mark of doubt/, /^Write a date such as/],
    ['05031219', /without the hyphens/, /^Write the year first/],
    ['2009-', /./, /^Write a date such as/],
  ]);
});

test('what is not a date at all is refused with examples', () => {
  assertRefused([
    ['', /The date is empty/, /^Write a date such as/],
    ['  ', /The date is empty/, /^Write a date such as/],
    ['import tariffs rose 10%', /not an EDTF date of level 1/, /^Write a date such as/],
    ['2019-03-05/2019-03-07/2019-03-09', /more than two ends/, /interval/],
    ['9'.repeat(5000), /“9{60}…” is too long for a date/, /^Write a date such as/],
  ]);
});
