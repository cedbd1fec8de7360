import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FACETS } from './files/columns.ts';
import { EMPTY, formatState, parseState, type SearchState } from './state.ts';

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/), {
  minLength: 1,
  maxLength: 3,
});
const chosen = fc
  .record(Object.fromEntries(FACETS.map((facet) => [facet, ids])), {
    requiredKeys: [],
    noNullPrototype: true,
  })
  .map((all) =>
    Object.fromEntries(
      Object.entries(all).map(([facet, list]) => [facet, (list as string[]).sort()]),
    ),
  ) as fc.Arbitrary<SearchState['chosen']>;
const day = fc.constantFrom('', '2009', '2009-08', '2019-03-05');
const state: fc.Arbitrary<SearchState> = fc.record({
  query: fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\s+/g, ' ').trim()),
  chosen,
  excluded: chosen,
  from: day,
  to: day,
  sort: fc.constantFrom('relevance', 'newest', 'oldest'),
  match: fc.constantFrom('best', 'all', 'any', 'exact'),
});

describe('The state of a search in an address', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(state, (one) => {
        assert.deepEqual(parseState(formatState(one)), { ...one });
      }),
    );
  });

  it('is an empty string where nothing is asked for', () => {
    assert.equal(formatState(EMPTY), '');
    assert.deepEqual(parseState(''), EMPTY);
  });

  it('passes over what it does not know', () => {
    assert.deepEqual(parseState('sort=loudest&from=2019-13&person=&x=1&match='), EMPTY);
  });
});
