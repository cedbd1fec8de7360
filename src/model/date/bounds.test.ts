import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bounds, touches } from './bounds.ts';
import { parseEdtf } from './parse.ts';

function boundsOf(text: string): string {
  const parsed = parseEdtf(text);
  assert.ok(parsed.ok, text);
  const { earliest, latest } = bounds(parsed.date);
  return `${earliest} ${latest}`;
}

test('a date reaches from the first to the last day that it can mean', () => {
  const table = [
    ['2019-03-05', '2019-03-05 2019-03-05'],
    ['2019-02', '2019-02-01 2019-02-28'],
    ['2020-02', '2020-02-01 2020-02-29'],
    ['2019', '2019-01-01 2019-12-31'],
    ['198X', '1980-01-01 1989-12-31'],
    ['19XX', '1900-01-01 1999-12-31'],
    ['2019-XX', '2019-01-01 2019-12-31'],
    ['2019-XX-XX', '2019-01-01 2019-12-31'],
    ['2019-04-XX', '2019-04-01 2019-04-30'],
    ['2009/2011-06', '2009-01-01 2011-06-30'],
  ] as const;
  for (const [text, expected] of table) assert.equal(boundsOf(text), expected, text);
});

test('seasons are whole months of the north, and winter ends in the next year', () => {
  const table = [
    ['2019-21', '2019-03-01 2019-05-31'],
    ['2019-22', '2019-06-01 2019-08-31'],
    ['2019-23', '2019-09-01 2019-11-30'],
    ['2019-24', '2019-12-01 2020-02-29'],
    ['2018-24', '2018-12-01 2019-02-28'],
    ['9999-24', '9999-12-01 9999-12-31'],
  ] as const;
  for (const [text, expected] of table) assert.equal(boundsOf(text), expected, text);
});

test('an open or unknown end reaches as far as four digits can', () => {
  assert.equal(boundsOf('2019-03-05/..'), '2019-03-05 9999-12-31');
  assert.equal(boundsOf('2019-03-05/'), '2019-03-05 9999-12-31');
  assert.equal(boundsOf('../2019-03'), '0000-01-01 2019-03-31');
  assert.equal(boundsOf('/2019-03'), '0000-01-01 2019-03-31');
});

test('marks of doubt do not widen a date', () => {
  for (const mark of ['?', '~', '%']) assert.equal(boundsOf(`2009-08${mark}`), boundsOf('2009-08'));
});

test('two stretches touch when they share a day, be it the last of one', () => {
  const march = { earliest: '2019-03-01', latest: '2019-03-31' };
  const table = [
    [{ earliest: '2019-03-31', latest: '2019-04-02' }, true],
    [{ earliest: '2019-02-01', latest: '2019-03-01' }, true],
    [{ earliest: '2019-03-10', latest: '2019-03-11' }, true],
    [{ earliest: '2018-01-01', latest: '2020-01-01' }, true],
    [{ earliest: '2019-04-01', latest: '2019-04-02' }, false],
    [{ earliest: '2019-02-01', latest: '2019-02-28' }, false],
  ] as const;
  for (const [other, expected] of table) {
    assert.equal(touches(march, other), expected);
    assert.equal(touches(other, march), expected);
  }
});
