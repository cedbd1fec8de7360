import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notableSpellings } from './notable-spellings.ts';

test('a spelling is told unless it is the name or a part of it', () => {
  const rows: [string, string[], string[]][] = [
    ['Dmitry Medvedev', ['Medvedev', 'Dmitri Medvedev'], ['Dmitri Medvedev']],
    ['Dmitry Medvedev', ['Dmitry Medvedev'], []],
    [
      'Lukashenko',
      ['Lukashenka', 'Alyaksandr Lukashenka'],
      ['Lukashenka', 'Alyaksandr Lukashenka'],
    ],
    ['Ann', ['Anna', 'An'], ['Anna', 'An']],
    ['A', ['B', 'C'], ['B', 'C']],
    ['A', [], []],
  ];
  for (const [name, spellings, told] of rows) {
    assert.deepEqual(notableSpellings(name, spellings), told, `${name}: ${spellings}`);
  }
});
