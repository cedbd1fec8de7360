import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCoordinates } from './coordinates.ts';

test('a latitude and a longitude are read as they are written', () => {
  assert.deepEqual(parseCoordinates('53.9, 27.57'), { latitude: 53.9, longitude: 27.57 });
  assert.deepEqual(parseCoordinates('-33, -180'), { latitude: -33, longitude: -180 });
});

test('what is no point of the earth is none', () => {
  for (const text of ['', '53.9', '53.9,27.5', '91, 0', '0, 181', '53°54′ N, 27°34′ E', '1e1, 2']) {
    assert.equal(parseCoordinates(text), undefined, text);
  }
});
