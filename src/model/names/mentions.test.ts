import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mentionFinder } from './mentions.ts';

/** Names found, as "owner:text"; the spellings are given as owner → spellings. */
function found(owners: Readonly<Record<string, readonly string[]>>, text: string): string[] {
  const spellings = Object.entries(owners).flatMap(([owner, texts]) =>
    texts.map((spelling) => ({ text: spelling, owner })),
  );
  return mentionFinder(spellings)(text).map((mention) => `${mention.owner}:${mention.text}`);
}

const PLACES = {
  minsk: ['Minsk', 'Мінск'],
  region: ['Minsk region', 'Minsk Region'],
  georgia: ['Georgia'],
  states: ['US', 'U.S.', 'United States'],
  sea: ['Black Sea'],
};

test('where spellings overlap, the longest is meant', () => {
  assert.deepEqual(found(PLACES, 'In Minsk region, near Minsk.'), [
    'region:Minsk region',
    'minsk:Minsk',
  ]);
  assert.deepEqual(found({ a: ['Radio Free Europe'], b: ['Europe'] }, 'Radio Free Europe said'), [
    'a:Radio Free Europe',
  ]);
  assert.deepEqual(found({ a: ['A B'], b: ['B C D'] }, 'A B C D'), ['a:A B']);
});

test('a spelling is found as a whole word, never inside a longer one', () => {
  const rows: [string, string[]][] = [
    ['Georgian wine', []],
    ['Georgia’s wine, Georgia-made', ['georgia:Georgia', 'georgia:Georgia']],
    ['NewGeorgia', []],
    ['Minsk2 and Minsk-2', ['minsk:Minsk']],
    ['(Minsk), “Minsk”', ['minsk:Minsk', 'minsk:Minsk']],
    ['Minsk', ['minsk:Minsk']],
    ['Minsk\u0301', []],
    ['Мінску', []],
    ['у Мінск.', ['minsk:Мінск']],
    ['the USA', []],
    ['the U.S.A', []],
    ['the U.S. and the US', ['states:U.S.', 'states:US']],
    ['in the U.S.', ['states:U.S.']],
    ['about us', []],
  ];
  for (const [text, expected] of rows) assert.deepEqual(found(PLACES, text), expected, text);
});

test('a text in capitals matches, unless the spelling is so short that it could be a word', () => {
  assert.deepEqual(found(PLACES, 'MINSK (Reuters) - GEORGIA'), ['minsk:MINSK', 'georgia:GEORGIA']);
  assert.deepEqual(found({ as: ['As'] }, 'AS usual, As'), ['as:As']);
  assert.deepEqual(found({ a: ['Łukašenka', 'Ян Чыкві'] }, 'ŁUKAŠENKA, ЯН ЧЫКВІ'), [
    'a:ŁUKAŠENKA',
    'a:ЯН ЧЫКВІ',
  ]);
  assert.deepEqual(found(PLACES, 'minsk'), []);
});

test('white space and the form of Unicode make no difference', () => {
  assert.deepEqual(found(PLACES, 'the Black\n  Sea, the Black\u00a0Sea'), [
    'sea:Black Sea',
    'sea:Black Sea',
  ]);
  assert.deepEqual(found({ a: ['Toma\u0301s\u030c'] }, 'Tom\u00e1\u0161'), ['a:Tomáš']);
  assert.deepEqual(found({ a: ['Tom\u00e1\u0161'] }, 'Toma\u0301s\u030c'), ['a:Tomáš']);
});

test('signs inside, before and after a spelling belong to it', () => {
  const names = { a: ["O'Brien"], b: ["'Ndrangheta"], c: ['RFE/RL'], d: ['Yahoo!'], e: ['(MT)'] };
  assert.deepEqual(found(names, "O'Brien, the 'Ndrangheta, RFE/RL, Yahoo! (MT)"), [
    "a:O'Brien",
    "b:'Ndrangheta",
    'c:RFE/RL',
    'd:Yahoo!',
    'e:(MT)',
  ]);
  assert.deepEqual(found(names, 'O’Brien, Ndrangheta, RFE, Yahoo, MT'), []);
});

test('a spelling that several own is reported for each of them', () => {
  assert.deepEqual(found({ a: ['Smith'], b: ['Smith'] }, 'Smith'), ['a:Smith', 'b:Smith']);
});

test('a spelling without a letter or digit is never found', () => {
  assert.deepEqual(found({ a: ['—', '', ' '] }, 'one — two'), []);
});

test('a mention says where it stands', () => {
  const find = mentionFinder([
    { text: 'Minsk', owner: 1 },
    { text: "'Ndr", owner: 2 },
  ]);
  assert.deepEqual(find("To  Minsk, 'Ndr"), [
    { owner: 1, text: 'Minsk', offset: 3 },
    { owner: 2, text: "'Ndr", offset: 10 },
  ]);
});

test('whatever the names and the text, a mention is a stretch of the text, and none overlaps another', () => {
  const name = fc.string({ unit: fc.constantFrom(..."abAБ é.'- "), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.array(name, { maxLength: 6 }), fc.array(name), (names, parts) => {
      const text = parts.join(' ');
      const plain = text.normalize('NFC').replace(/\s+/g, ' ');
      const find = mentionFinder(names.map((one, owner) => ({ text: one, owner })));
      let end = 0;
      let last = -1;
      for (const { text: stretch, offset, owner } of find(text)) {
        assert.equal(plain.slice(offset, offset + stretch.length), stretch);
        assert.ok(offset >= end || offset === last, `${owner} overlaps`);
        last = offset;
        end = offset + stretch.length;
      }
    }),
    { numRuns: 1000 },
  );
});
