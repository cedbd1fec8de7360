import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterOptions, idOf } from './filters.ts';

test('the id of a choice is what stands before its name', () => {
  assert.equal(idOf('alexander-lukashenko Alexander Lukashenko'), 'alexander-lukashenko');
  assert.equal(idOf('2019'), '2019');
});

test('the ids of an address choose the values that the index has for them', () => {
  const all = { person: { 'a Ann': 2, 'ab Abe': 1 }, year: { '2019': 3 } };
  const options = (chosen: Record<string, string[]>) =>
    filterOptions({ query: '', chosen, sort: '' }, all);
  assert.deepEqual(options({}), {});
  assert.deepEqual(options({ person: ['a'] }), { person: { any: ['a Ann'] } });
  assert.deepEqual(options({ person: ['a', 'ab'], year: ['2019'] }), {
    person: { any: ['a Ann', 'ab Abe'] },
    year: { any: ['2019'] },
  });
});

test('an id that the index does not have finds nothing, rather than everything', () => {
  const options = filterOptions({ query: '', chosen: { place: ['x'] }, sort: '' }, {});
  assert.deepEqual(options, { place: { any: ['x'] } });
});
