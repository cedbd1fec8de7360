import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseQuery } from './parse.ts';

const clauses = (text: string) =>
  parseQuery(text).clauses.map((clause) => clause.map(({ typed }) => typed).join('|'));

describe('A query', () => {
  for (const [text, wanted] of [
    ['minsk gas', ['minsk', 'gas']],
    ['"gas prices" minsk', ['gas prices', 'minsk']],
    ['„Gazpreise“ «цены на газ»', ['Gazpreise', 'цены на газ']],
    ['minsk OR moscow gas', ['minsk|moscow', 'gas']],
    ['minsk | moscow', ['minsk|moscow']],
    ['OR minsk', ['minsk']],
    ['"open phrase', ['open phrase']],
    ['ex-Soviet', ['ex-Soviet']],
    ['http://example.org', ['http://example.org']],
    ['- " " ""', []],
  ] as const) {
    it(`of ${text} has the parts ${wanted.join(' and ') || 'none'}`, () => {
      assert.deepEqual(clauses(text), wanted);
    });
  }

  it('leaves out what has a minus sign before it', () => {
    const { clauses: kept, without } = parseQuery('gas -Italy -"Black Sea" U-turn');
    assert.deepEqual(
      without.map(({ typed }) => typed),
      ['Italy', 'Black Sea'],
    );
    assert.deepEqual(
      kept.flat().map(({ typed }) => typed),
      ['gas', 'U-turn'],
    );
  });

  it('names fields and days', () => {
    const query = parseQuery('person:"Vladimir Putin" -outlet:MT from:2009 to:2019-03-05 place:');
    assert.deepEqual(query.fields, [
      { field: 'person', value: 'Vladimir Putin', not: false },
      { field: 'outlet', value: 'MT', not: true },
    ]);
    assert.deepEqual([query.from, query.to], ['2009', '2019-03-05']);
  });

  it('is never refused, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseQuery(text);
      }),
    );
  });
});
