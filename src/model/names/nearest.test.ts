import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editDistance, nearest } from './nearest.ts';

test('an edit is a letter put in, left out, changed, or swapped with its neighbour', () => {
  const rows: [string, string, number][] = [
    ['', '', 0],
    ['minsk', 'minsk', 0],
    ['minsk', 'minks', 1],
    ['minsk', 'mnsk', 1],
    ['minsk', 'miinsk', 1],
    ['minsk', 'mansk', 1],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['sha256', 'sha265', 1],
    ['😀a', 'a', 1],
  ];
  for (const [a, b, distance] of rows) assert.equal(editDistance(a, b), distance, `${a} ${b}`);
});

test('the distance is the same both ways, nought for equals alone, and no more than the longer word', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcé'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      assert.equal(distance, editDistance(b, a));
      assert.equal(distance === 0, a === b);
      assert.ok(distance <= Math.max(a.length, b.length));
      assert.ok(distance >= Math.abs(a.length - b.length));
    }),
  );
});

test('the known word most like the one given is proposed', () => {
  const known = ['title', 'date', 'outlet', 'source', 'sha256', 'capturedAt'];
  const rows: [string, string | undefined][] = [
    ['titel', 'title'],
    ['tite', 'title'],
    ['sources', 'source'],
    ['sha265', 'sha256'],
    ['captured', 'capturedAt'],
    ['dat', 'date'],
    ['da', undefined],
    ['x', undefined],
    ['', undefined],
    ['publisher', undefined],
    ['outsource', 'source'],
  ];
  for (const [word, proposal] of rows) assert.equal(nearest(word, known), proposal, word);
});

test('of two that are equally near the first is proposed, and of none nothing', () => {
  assert.equal(nearest('bat', ['cat', 'rat']), 'cat');
  assert.equal(nearest('bat', []), undefined);
});
