import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EdtfDate, EdtfPoint } from './edtf.ts';
import { parseEdtf } from './parse.ts';

function read(text: string): EdtfDate {
  const parsed = parseEdtf(text);
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.what);
  return parsed.date;
}

function point(year: string, month?: string, day?: string, marks = ''): EdtfPoint {
  return {
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    uncertain: marks.includes('?'),
    approximate: marks.includes('~'),
  };
}

test('a point is read into its parts, and its text is kept as it was written', () => {
  const table: [string, EdtfPoint][] = [
    ['2019', point('2019')],
    ['0001', point('0001')],
    ['9999-12-31', point('9999', '12', '31')],
    ['2019-03', point('2019', '03')],
    ['2019-03-05', point('2019', '03', '05')],
    ['2020-02-29', point('2020', '02', '29')],
    ['2000-02-29', point('2000', '02', '29')],
    ['2009-08~', point('2009', '08', undefined, '~')],
    ['2009?', point('2009', undefined, undefined, '?')],
    ['2019-03-05%', point('2019', '03', '05', '?~')],
    ['198X', point('198X')],
    ['19XX~', point('19XX', undefined, undefined, '~')],
    ['2019-XX', point('2019', 'XX')],
    ['2019-03-XX', point('2019', '03', 'XX')],
    ['2019-XX-XX?', point('2019', 'XX', 'XX', '?')],
    ['2019-21', point('2019', '21')],
    ['2019-24~', point('2019', '24', undefined, '~')],
  ];
  for (const [text, expected] of table) {
    assert.deepEqual(read(text), { kind: 'point', text, point: expected });
  }
});

test('an interval is read with a mark on each end, and with ends that are open or unknown', () => {
  const day = point('2019', '03', '05');
  const table: [string, EdtfPoint | 'open' | 'unknown', EdtfPoint | 'open' | 'unknown'][] = [
    ['2009/2011', point('2009'), point('2011')],
    [
      '2009~/2011-06?',
      point('2009', undefined, undefined, '~'),
      point('2011', '06', undefined, '?'),
    ],
    ['2019-03-05/..', day, 'open'],
    ['../2019-03-05', 'open', day],
    ['2019-03-05/', day, 'unknown'],
    ['/2019-03-05', 'unknown', day],
    ['198X/2019-21', point('198X'), point('2019', '21')],
  ];
  for (const [text, start, end] of table) {
    assert.deepEqual(read(text), { kind: 'interval', text, start, end });
  }
});

test('an interval is taken as long as its start can lie on or before its end', () => {
  const taken = [
    '2019-03-05/2019-03-05',
    '2019/2019-03',
    '2019-03/2019',
    '2019-03-05/2019-03',
    '2019-03-XX/2019-03-05',
    '1985/198X',
    '198X/1985',
    '2019-24/2020-01',
    '2019-05/2019-XX',
  ];
  for (const text of taken) assert.equal(read(text).kind, 'interval', text);
});

test('an interval is refused as reversed when its start cannot lie on or before its end', () => {
  const refused = [
    '2019-03-06/2019-03-05',
    '2011/2009',
    '2019-05/2019-03-XX',
    '2019-05/2019-04-30',
    '2019/2018-12-31',
    '199X/1989',
    '2019-24/2019-11',
    '2019-22/2019-21',
    '2020-XX-XX/2019',
    '2019-04-01/2019-03~',
  ];
  for (const text of refused) {
    const parsed = parseEdtf(text);
    assert.ok(!parsed.ok, text);
    assert.match(parsed.what, /ends before it begins/);
    assert.ok(parsed.remedy.includes(text.split('/').reverse().join('/')), parsed.remedy);
  }
});

test('an interval without a date at either end is refused', () => {
  for (const text of ['/', '../..', '../', '/..']) {
    const parsed = parseEdtf(text);
    assert.ok(!parsed.ok, text);
    assert.match(parsed.what, /no date at either end/);
  }
});

test('a fault in one end of an interval is told as for a date alone', () => {
  for (const text of ['2019-02-29/2019-03-05', '2018/2019-02-29', '../2019-02-29']) {
    const parsed = parseEdtf(text);
    assert.ok(!parsed.ok, text);
    assert.match(parsed.what, /“2019-02-29”.*2019 is not a leap year and February has 28 days/);
  }
});
