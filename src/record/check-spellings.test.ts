import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Kind } from '../model/kinds.ts';
import { checkSpellings } from './check-spellings.ts';
import type { ReadAuthority } from './read-authorities.ts';

type Records = Readonly<Record<string, { spellings: string[]; sharedWith?: string[] }>>;

/** Records of one kind; a spelling's line is its place in its record, from 1. */
function records(kind: Kind, all: Records): ReadAuthority[] {
  return Object.entries(all).map(
    ([
      id,
      {
        spellings: [name = '', ...others],
        sharedWith = [],
      },
    ]) => ({
      id,
      kind,
      file: `${kind}/${id}.yml`,
      data: {
        name,
        variants: others.map((spelling) => ({ spelling, language: 'en', is: 'a spelling' })),
        sharedWith,
      },
      lineOf: (path) => (path[0] === 'name' ? 1 : Number(path[1]) + 2),
    }),
  );
}

function clashes(people: Records, places: Records = {}): string[] {
  const none = { outlets: [], sources: [], topics: [] };
  return checkSpellings({
    people: records('people', people),
    places: records('places', places),
    ...none,
  }).map(({ file, line, what }) => `${file}:${line} ${what}`);
}

test('two records of one kind that claim a spelling are refused, at the second of them', () => {
  assert.deepEqual(clashes({ a: { spellings: ['A', 'S'] }, b: { spellings: ['B', 'C', 'S'] } }), [
    'people/b.yml:3 The spelling “S” is also claimed by people/a.yml.',
  ]);
});

test('letters written in another Unicode form are the same spelling', () => {
  assert.equal(clashes({ a: { spellings: ['\u00e9'] }, b: { spellings: ['e\u0301'] } }).length, 1);
});

test('another capital or another script is another spelling', () => {
  assert.deepEqual(clashes({ a: { spellings: ['Aa', 'С'] }, b: { spellings: ['aa', 'C'] } }), []);
});

test('records of different kinds may have one spelling', () => {
  assert.deepEqual(clashes({ a: { spellings: ['S'] } }, { a: { spellings: ['S'] } }), []);
});

test('a spelling is shared when each record says so, and not when one does', () => {
  const rows: [string[], string[], number][] = [
    [['b'], ['a'], 0],
    [['b'], [], 1],
    [[], ['a'], 1],
    [['c'], ['a'], 1],
  ];
  for (const [a, b, count] of rows) {
    const people = {
      a: { spellings: ['A', 'S'], sharedWith: a },
      b: { spellings: ['B', 'S'], sharedWith: b },
    };
    assert.equal(clashes(people).length, count, `${a} ${b}`);
  }
});

test('a spelling that three share is shared by each pair of them', () => {
  const people = {
    a: { spellings: ['A', 'S'], sharedWith: ['b', 'c'] },
    b: { spellings: ['B', 'S'], sharedWith: ['a'] },
    c: { spellings: ['C', 'S'], sharedWith: ['a'] },
  };
  assert.deepEqual(clashes(people), [
    'people/c.yml:2 The spelling “S” is also claimed by people/b.yml.',
  ]);
});

test('a spelling that stands twice in one record is refused', () => {
  assert.deepEqual(clashes({ a: { spellings: ['A', 'B', 'A'] } }), [
    'people/a.yml:3 The spelling “A” stands twice in this record.',
  ]);
});
