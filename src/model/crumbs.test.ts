import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateCrumbs } from './crumbs.ts';
import { parseEdtf } from './date/parse.ts';

function namesOf(text: string): string[] {
  const parsed = parseEdtf(text);
  assert.ok(parsed.ok);
  return dateCrumbs(parsed.date).map(({ name }) => name);
}

test('a date leads up as far as one page holds all of it', () => {
  assert.deepEqual(namesOf('2019-03-05'), ['Timeline', '2019', 'March 2019', '5 March 2019']);
  assert.deepEqual(namesOf('2009-08~'), ['Timeline', '2009', 'August 2009']);
  assert.deepEqual(namesOf('2009'), ['Timeline', '2009']);
  assert.deepEqual(namesOf('2019-03-05/2019-03-06'), ['Timeline', '2019', 'March 2019']);
  assert.deepEqual(namesOf('2018-12/2019-01'), ['Timeline']);
});

test('a crumb leads to the page of its unit', () => {
  const parsed = parseEdtf('2019-03-05');
  assert.ok(parsed.ok);
  assert.deepEqual(
    dateCrumbs(parsed.date).map(({ address }) => address),
    [
      '/timeline.html',
      '/timeline/2019.html',
      '/timeline/2019-03.html',
      '/timeline/2019-03-05.html',
    ],
  );
});
