import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { FACETS, formatState, parseState, type SearchState } from './state.ts';

test('a search is written into the address without what is empty', () => {
  const rows: [SearchState, string][] = [
    [{ query: '', chosen: {}, sort: '' }, ''],
    [{ query: 'minsk protest', chosen: {}, sort: '' }, 'q=minsk+protest'],
    [
      { query: '"a & b"', chosen: { year: ['2019', '2010'], person: ['x'] }, sort: 'oldest' },
      'q=%22a+%26+b%22&person=x&year=2019&year=2010&sort=oldest',
    ],
  ];
  for (const [state, query] of rows) {
    assert.equal(formatState(state), query);
    assert.deepEqual(parseState(`?${query}`), state);
  }
});

test('what is not known in an address is passed over', () => {
  assert.deepEqual(parseState('?colour=red&sort=best&person=a&__proto__=b&q=x&q=y'), {
    query: 'x',
    chosen: { person: ['a'] },
    sort: '',
  });
  assert.deepEqual(parseState(''), { query: '', chosen: {}, sort: '' });
});

test('a search that is sent to a colleague is the same search', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'&=?#+% "Мé😀') }),
  );
  const ids = fc.array(text, { minLength: 1, maxLength: 3 });
  const chosen = fc.record(Object.fromEntries(FACETS.map((facet) => [facet, ids])), {
    requiredKeys: [],
    noNullPrototype: true,
  });
  const state = fc.record(
    { query: text, chosen, sort: fc.constantFrom('', 'newest', 'oldest') },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(state, (given) => {
      assert.deepEqual(parseState(formatState(given as SearchState)), given);
      const address = new URL(`http://a.b/search.html?${formatState(given as SearchState)}`);
      assert.deepEqual(parseState(address.search), given);
    }),
    { numRuns: 500 },
  );
});
