import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bounds, touches } from './bounds.ts';
import type { EdtfDate } from './edtf.ts';
import { htmlDateTime } from './html-datetime.ts';
import { compareDates } from './order.ts';
import { parseEdtf } from './parse.ts';
import { unitsOf } from './units.ts';
import { dateInWords, unitInWords } from './words.ts';

/** A calendar of the tests' own, so that a fault in calendar.ts does not hide itself. */
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function pad(number: number, width = 2): string {
  return String(number).padStart(width, '0');
}

function lengthOf(year: number, month: number): number {
  const leap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
  return month === 2 && leap ? 29 : (LENGTHS[month - 1] ?? 0);
}

const year = fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1850, max: 2030 }));
const mark = fc.constantFrom('', '', '?', '~', '%');

function dayIn(inYear: number): fc.Arbitrary<string> {
  return fc
    .integer({ min: 1, max: 12 })
    .chain((month) =>
      fc
        .integer({ min: 1, max: lengthOf(inYear, month) })
        .map((day) => `${pad(inYear, 4)}-${pad(month)}-${pad(day)}`),
    );
}

const day = year.chain(dayIn);

function pointIn(inYear: number): fc.Arbitrary<string> {
  const text = pad(inYear, 4);
  const month = fc.integer({ min: 1, max: 12 }).map((number) => pad(number));
  const season = fc.constantFrom('21', '22', '23', '24');
  const openYears = [
    ...(inYear >= 10 ? [`${text.slice(0, 3)}X`] : []),
    ...(inYear >= 100 ? [`${text.slice(0, 2)}XX`] : []),
  ];
  const unmarked = fc.oneof(
    fc.constantFrom(text, `${text}-XX`, `${text}-XX-XX`, ...openYears),
    fc.oneof(month, season).map((part) => `${text}-${part}`),
    month.map((part) => `${text}-${part}-XX`),
    dayIn(inYear),
  );
  return fc.tuple(unmarked, mark).map((parts) => parts.join(''));
}

const point = year.chain(pointIn);

/** Ends in different years cannot be reversed, whatever their precision; nor can two days in order. */
const interval = fc
  .oneof(
    fc
      .tuple(year, year)
      .filter(([a, b]) => a !== b)
      .chain(([a, b]) => fc.tuple(pointIn(Math.min(a, b)), pointIn(Math.max(a, b)))),
    year.chain((inYear) => fc.tuple(dayIn(inYear), dayIn(inYear))).map((days) => days.sort()),
    fc.tuple(point, fc.constantFrom('', '..')),
    fc.tuple(fc.constantFrom('', '..'), point),
  )
  .map((ends) => ends.join('/'));

const validText = fc.oneof(point, interval);

/** Near misses: the characters of dates in any order, and valid dates with a piece put in. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'0123456789X-/.?~% TYu–[]{}'), maxLength: 24 }),
  fc
    .tuple(validText, fc.string({ maxLength: 3 }), fc.nat(30))
    .map(([text, piece, at]) => text.slice(0, at) + piece + text.slice(at)),
  fc
    .array(
      fc.constantFrom(
        '5',
        '05',
        '13',
        '2019',
        '1980s',
        'March',
        'Sept.',
        'winter',
        'about',
        'to',
        '-',
        '/',
        '10:30',
      ),
      { maxLength: 7 },
    )
    .map((words) => words.join(' ')),
);

function read(text: string): EdtfDate {
  const parsed = parseEdtf(text);
  assert.ok(parsed.ok, `${text}: ${parsed.ok ? '' : parsed.what}`);
  return parsed.date;
}

const date = validText.map(read);

test('every valid date is read, with its text as it was', () => {
  fc.assert(
    fc.property(validText, (text) => assert.equal(read(text).text, text)),
    { numRuns: 2000 },
  );
});

test('no text makes the reader throw, and every refusal is a pair of sentences', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const parsed = parseEdtf(text);
      if (parsed.ok) return;
      assert.match(parsed.what, /^[“A-Z].*\.$/su);
      assert.match(parsed.remedy, /^[A-Z].*\.$/u);
      assert.doesNotMatch(parsed.what + parsed.remedy, /undefined|NaN/);
    }),
    { numRuns: 5000 },
  );
});

const LOOKS_LIKE_A_DATE = /(?<=^|\s|\()(?:\.\.)?\/?[\dX]{4}(?:[\dX/?~%-]|\.\.)*/g;

test('every spelling that a refusal proposes is accepted', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const parsed = parseEdtf(text);
      if (parsed.ok) return;
      for (const [spelling] of parsed.remedy.matchAll(LOOKS_LIKE_A_DATE)) {
        assert.ok(parseEdtf(spelling).ok, `${text}: ${parsed.remedy}`);
      }
    }),
    { numRuns: 5000 },
  );
});

test('the earliest day of a date is never after its latest, and both are days', () => {
  fc.assert(
    fc.property(date, (of) => {
      const { earliest, latest } = bounds(of);
      assert.ok(earliest <= latest, of.text);
      for (const bound of [earliest, latest].filter((text) => text !== '0000-01-01')) read(bound);
    }),
    { numRuns: 1000 },
  );
});

test('a day is its own earliest and latest, and its own place in the timeline', () => {
  fc.assert(
    fc.property(day, (text) => {
      const of = read(text);
      assert.deepEqual(bounds(of), { earliest: text, latest: text });
      assert.deepEqual(unitsOf(of), {
        years: [text.slice(0, 4)],
        months: [text.slice(0, 7)],
        days: [text],
      });
      assert.equal(htmlDateTime(of), text);
      assert.equal(dateInWords(of), unitInWords(text));
    }),
  );
});

test('dates have one order only, whatever order they come in', () => {
  fc.assert(
    fc.property(date, date, date, (a, b, c) => {
      assert.equal(Math.sign(compareDates(a, b)), -Math.sign(compareDates(b, a)) + 0);
      assert.equal(compareDates(a, b) === 0, a.text === b.text);
      if (compareDates(a, b) <= 0 && compareDates(b, c) <= 0) assert.ok(compareDates(a, c) <= 0);
    }),
    { numRuns: 2000 },
  );
});

test('touching is mutual, and every date touches itself', () => {
  fc.assert(
    fc.property(date, date, (a, b) => {
      const [boundsA, boundsB] = [bounds(a), bounds(b)];
      assert.equal(touches(boundsA, boundsB), touches(boundsB, boundsA));
      assert.ok(touches(boundsA, boundsA));
    }),
  );
});

test('a date is filed on units that it touches, each once, in order, and on at least one year', () => {
  fc.assert(
    fc.property(date, (of) => {
      const { years, months, days } = unitsOf(of);
      assert.ok(
        years.length > 0 && years.length <= 100 && months.length <= 12 && days.length <= 31,
      );
      for (const units of [years, months, days]) {
        assert.deepEqual(units, [...new Set(units)].sort());
        for (const unit of units)
          assert.ok(touches(bounds(read(unit)), bounds(of)), `${of.text} on ${unit}`);
      }
    }),
    { numRuns: 1000 },
  );
});

test('words never show the notation, nor a hole in them', () => {
  fc.assert(
    fc.property(date, fc.boolean(), (of, supplied) => {
      const words = dateInWords(of, { supplied });
      assert.doesNotMatch(words, /undefined|NaN|X|[?~%/]|-| {2}|^ | $/, of.text);
      assert.equal(words.endsWith(' (supplied)'), supplied);
    }),
    { numRuns: 2000 },
  );
});
