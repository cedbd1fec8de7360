import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filedUnder, indexName } from './index-name.ts';

const named = (name: string, ...spellings: string[]) => ({
  name,
  variants: spellings.map((spelling) => ({ spelling, language: 'en', is: 'a spelling' })),
  indexedAs: undefined,
});

test('a person stands in the index under the family name that the record lists by itself', () => {
  assert.equal(
    indexName('people', named('Alexander Lukashenko', 'Lukashenko')),
    'Lukashenko, Alexander',
  );
  assert.equal(
    indexName('people', named('Jan van der Berg', 'Berg', 'van der Berg')),
    'van der Berg, Jan',
  );
});

test('a name of which no part is known to be a family name stays as it is', () => {
  assert.equal(indexName('people', named('Kim Jong Un', 'Kim')), 'Kim Jong Un');
  assert.equal(indexName('people', named('Voltaire')), 'Voltaire');
  assert.equal(indexName('places', named('New York', 'York')), 'New York');
});

test('what the record itself says goes before any rule', () => {
  const record = { ...named('Lee Kuan Yew', 'Yew'), indexedAs: 'Lee Kuan Yew' };
  assert.equal(indexName('people', record), 'Lee Kuan Yew');
});

test('an English article at the beginning does not count for the order', () => {
  assert.equal(filedUnder('The Moscow Times'), 'Moscow Times');
  assert.equal(filedUnder('A Capital'), 'Capital');
  assert.equal(filedUnder('Theatre News'), 'Theatre News');
  assert.equal(filedUnder('The'), 'The');
});
