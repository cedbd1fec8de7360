import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphsOf } from './story.ts';

test('a paragraph begins where a line is set in, and the wire signs off with its name', () => {
  const body = 'Showers continued\nin the zone.\n    The dry period\nwas late.\n Reuter\n';
  assert.deepEqual(paragraphsOf(body), [
    'Showers continued in the zone.',
    'The dry period was late.',
  ]);
});
