import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlDateTime } from './html-datetime.ts';
import { parseEdtf } from './parse.ts';

function machineValue(text: string): string | undefined {
  const parsed = parseEdtf(text);
  assert.ok(parsed.ok, text);
  return htmlDateTime(parsed.date);
}

test('a certain day, month or year is given to machines as it is', () => {
  for (const text of ['2019-03-05', '2019-03', '2019', '0987'])
    assert.equal(machineValue(text), text);
});

test('doubt, open digits, seasons and intervals are not given to machines', () => {
  const texts = [
    '2019?',
    '2019-03~',
    '2019-03-05%',
    '198X',
    '19XX',
    '2019-XX',
    '2019-03-XX',
    '2019-XX-XX',
  ];
  for (const text of [...texts, '2019-21', '2019-24', '2009/2011', '2019-03-05/..', '2019/2019']) {
    assert.equal(machineValue(text), undefined, text);
  }
});
