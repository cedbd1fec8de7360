import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ByteReader, ByteWriter } from './bytes.ts';
import {
  type Columns,
  columnsOfVersion,
  FACETS,
  readColumns,
  withVersion,
  writeColumns,
} from './columns.ts';
import { fileWith } from './head.ts';
import {
  type FormPlace,
  readPositions,
  readShard,
  type Term,
  writePositions,
  writeShard,
} from './terms.ts';
import { readStems, readVocabulary, writeStems, writeVocabulary } from './vocabulary.ts';

const whole = fc.integer({ min: 0, max: 0x7fffffff });
const ascending = fc
  .uniqueArray(fc.integer({ min: 0, max: 100_000 }), { maxLength: 20 })
  .map((list) => Uint32Array.from(list.sort((a, b) => a - b)));

describe('The bytes of the search files', () => {
  it('hold numbers and texts as they were', () => {
    fc.assert(
      fc.property(fc.array(whole), fc.string({ unit: 'grapheme' }), (numbers, text) => {
        const out = new ByteWriter();
        for (const number of numbers) out.number(number);
        const reader = new ByteReader(out.text(text).finish());
        assert.deepEqual(
          numbers.map(() => reader.number()),
          numbers,
        );
        assert.equal(reader.text(), text);
        assert.ok(reader.done);
      }),
    );
  });

  it('refuse numbers they have no room for', () => {
    for (const number of [-1, 0.5, 2 ** 31]) {
      assert.throws(() => new ByteWriter().number(number), RangeError);
    }
  });

  it('say so when they end too soon', () => {
    assert.throws(() => new ByteReader(Uint8Array.of(200)).number(), RangeError);
    assert.throws(() => new ByteReader(Uint8Array.of(3, 65)).text(), RangeError);
  });
});

const term: fc.Arbitrary<Term> = fc
  .tuple(
    fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 }),
    ascending.filter((docs) => docs.length > 0),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 1, max: 9 }),
  )
  .map(([forms, docs, field, count]) => ({
    forms,
    docs,
    counts: docs.map(() => count),
    fields: Uint8Array.from(docs, () => field),
    masks: docs.map(() => (forms.length > 1 ? count : 1)),
  }));

describe('A file of words', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 5 }), (terms) => {
        const forms = new Map<string, FormPlace>(
          terms
            .flatMap((one, at) => one.forms.map((form) => [form, at] as const))
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([form, at]) => [
              form,
              at % 2 === 0 ? { term: at, isName: at > 2 } : { shard: at, isName: at > 2 },
            ]),
        );
        const read = readShard(writeShard({ forms, terms }), 'a');
        assert.deepEqual(read, { first: 'a', forms, terms });
      }),
    );
  });

  it('has the places of each term apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(ascending, { maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (terms) => {
          const bytes = writePositions(
            terms.map((one) => ({
              counts: Uint32Array.from(one, ({ length }) => length),
              places: Uint32Array.from(one.flatMap((places) => [...places])),
            })),
          );
          for (const [at, one] of terms.entries()) {
            assert.deepEqual(readPositions(bytes, at, one.length), one);
          }
        },
      ),
    );
  });
});

describe('The other files', () => {
  it('hold the columns as they were, and lengths within a twentieth', () => {
    const article = fc.record({
      day: fc.integer({ min: 1, max: 800_000 }),
      length: fc.integer({ min: 0, max: 200_000 }),
      values: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'Łódź'), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(article, { maxLength: 30 }), (list) => {
        const articles = list.sort((a, b) => a.day - b.day);
        const values = (['a', 'b', 'c', 'Łódź'] as const).map((id) => ({
          id,
          name: `Name of ${id}`,
          docs: Uint32Array.from(
            articles.flatMap((one, doc) => (one.values.includes(id) ? [doc] : [])),
          ),
        }));
        const columns: Columns = {
          count: articles.length,
          earliest: Uint32Array.from(articles, ({ day }) => day),
          latest: Uint32Array.from(articles, ({ day }) => day + 3),
          lengths: Uint32Array.from(articles, ({ length }) => length),
          facets: Object.fromEntries(
            FACETS.map((facet) => [facet, values]),
          ) as unknown as Columns['facets'],
        };
        const { lengths, ...read } = readColumns(writeColumns(columns));
        const { lengths: _, ...rest } = columns;
        assert.deepEqual(read, rest);
        for (const [doc, { length }] of articles.entries()) {
          assert.ok(Math.abs((lengths[doc] ?? -1) - length) <= length / 20 + 0.5);
        }
      }),
    );
  });

  it('tell columns of another index', () => {
    const file = withVersion('one', Uint8Array.of(1, 2));
    assert.deepEqual(columnsOfVersion(file, 'one'), Uint8Array.of(1, 2));
    assert.equal(columnsOfVersion(file, 'two'), undefined);
  });

  it('hold the vocabulary as it was', () => {
    const forms = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }));
    fc.assert(
      fc.property(forms, fc.boolean(), (list, isName) => {
        const words = list.sort().map((form, docs) => ({ form, docs, isName }));
        assert.deepEqual(readVocabulary(writeVocabulary(words)), words);
      }),
    );
  });

  it('hold stems as they were, whether words begin with them or not', () => {
    const ending = fc.constantFrom('', 'e', 'é', 'elect', '𐐷');
    const word = fc.record({ form: fc.string({ unit: 'grapheme' }), ending, cut: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(word), (list) => {
        const words = list.map(({ form }) => ({ form, docs: 1, isName: false }));
        const stems = list.map(
          ({ form, ending: last, cut }) => [...form].slice(0, cut).join('') + last,
        );
        assert.deepEqual(readStems(writeStems(words, stems), words), stems);
      }),
    );
  });

  it('are found by what they begin with', () => {
    const firsts = ['', 'b', 'm'];
    assert.deepEqual(
      ['a', 'b', 'bz', 'l', 'm', 'z'].map((key) => fileWith(firsts, key)),
      [0, 1, 1, 1, 2, 2],
    );
  });
});
