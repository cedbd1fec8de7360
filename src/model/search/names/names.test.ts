import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { editDistance } from '../../names/nearest.ts';
import { NameDirectory } from './directory.ts';
import { editsWithin } from './edits.ts';
import type { NameRecord } from './records.ts';
import { areSpellings } from './same-name.ts';
import { soundOf } from './sounds.ts';

const records: NameRecord[] = [
  {
    kind: 'people',
    id: 'alexander-lukashenko',
    name: 'Alexander Lukashenko',
    spellings: ['Alexander Lukashenko', 'Lukashenko', 'Łukaszenka', 'Лукашэнка'],
  },
  { kind: 'places', id: 'minsk', name: 'Minsk', spellings: ['Minsk', 'Мінск'] },
  { kind: 'places', id: 'minsk-region', name: 'Minsk region', spellings: ['Minsk region'] },
  {
    kind: 'places',
    id: 'united-states',
    name: 'United States',
    spellings: ['United States', 'US'],
  },
  {
    kind: 'outlets',
    id: 'the-moscow-times',
    name: 'The Moscow Times',
    spellings: ['The Moscow Times', 'MT'],
    twins: ['sources/the-moscow-times'],
  },
  {
    kind: 'sources',
    id: 'the-moscow-times',
    name: 'The Moscow Times',
    spellings: ['The Moscow Times'],
    twins: ['outlets/the-moscow-times'],
  },
];
const directory = new NameDirectory(records);
const known = new Set(['minsk', 'region', 'the', 'us', 'united', 'states', 'gas']);

function find(text: string) {
  const words = text.split(' ').map((typed) => {
    const form = typed.toLowerCase();
    return { typed, form, isKnown: known.has(form) };
  });
  return directory.find(words).map(({ start, length, records: found, readAs }) => [
    words
      .slice(start, start + length)
      .map(({ typed }) => typed)
      .join(' '),
    found.map((number) => records[number]?.id).join('+'),
    ...(readAs === undefined ? [] : [readAs]),
  ]);
}

describe('The directory of names', () => {
  it('finds a record by every spelling, with other words around it', () => {
    assert.deepEqual(find('gas Łukaszenka Minsk'), [
      ['Łukaszenka', 'alexander-lukashenko'],
      ['Minsk', 'minsk'],
    ]);
  });

  it('takes the longest name', () => {
    assert.deepEqual(find('Minsk region'), [['Minsk region', 'minsk-region']]);
  });

  it('takes a longer name with a slip before a shorter one without', () => {
    assert.deepEqual(find('Minsk regoin'), [['Minsk regoin', 'minsk-region', 'Minsk region']]);
  });

  it('reads a slip of the pen, and says how', () => {
    assert.deepEqual(find('Lukahsenko'), [['Lukahsenko', 'alexander-lukashenko', 'Lukashenko']]);
  });

  it('takes initials for a name in capitals only', () => {
    assert.deepEqual(find('US'), [['US', 'united-states']]);
    assert.deepEqual(find('us'), []);
  });

  it('joins an outlet and a source of one name', () => {
    assert.deepEqual(find('MT'), [['MT', 'the-moscow-times+the-moscow-times']]);
  });

  it('does not bend a word that an article holds', () => {
    assert.deepEqual(find('states'), []);
  });
});

describe('Edits', () => {
  it('are counted as the long way does, up to the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        assert.equal(editsWithin(a, b, most), Math.min(editDistance(a, b), most + 1));
      }),
    );
  });
});

describe('Names by their sound', () => {
  for (const [a, b] of [
    ['зеленский', 'zelenskyy'],
    ['tikhanovskaya', 'тихановская'],
    ['saakashvili', 'სააკაშვილი'],
    ['пашинян', 'pashinyan'],
    ['chruszczow', 'хрущев'],
    ['jushchenko', 'juschtschenko'],
  ] as const) {
    it(`${a} and ${b} are one (${soundOf(a)}, ${soundOf(b)})`, () => {
      assert.ok(areSpellings(a, b));
    });
  }

  for (const [a, b] of [
    ['putin', 'prigozhin'],
    ['lukashenko', 'poroshenko'],
    ['karimov', 'rahmonov'],
  ] as const) {
    it(`${a} and ${b} are two`, () => {
      assert.ok(!areSpellings(a, b));
    });
  }
});
