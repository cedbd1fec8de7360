import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { invertedName, namesInByline, spokenName } from './names.ts';

const ORGANISATIONS = new Set(['reuters', 'radio free europe', 'france 24']);
const person = (given: string, family: string) => ({ given, family });

const BYLINES: readonly [string, readonly object[]][] = [
  ['By Reuters', [{ literal: 'Reuters' }]],
  ['Radio Free Europe', [{ literal: 'Radio Free Europe' }]],
  ['By Jane Doe', [person('Jane', 'Doe')]],
  ['by Jane Doe and John Smith', [person('Jane', 'Doe'), person('John', 'Smith')]],
  [
    'Jane Doe, John Smith, and Reuters',
    [person('Jane', 'Doe'), person('John', 'Smith'), { literal: 'Reuters' }],
  ],
  ['Jan van der Berg', [person('Jan', 'van der Berg')]],
  ['Martin Luther King, Jr.', [{ ...person('Martin Luther', 'King'), suffix: 'Jr.' }]],
  ['Иван Петров', [person('Иван', 'Петров')]],
  ['王小明', [{ literal: '王小明' }]],
  ['محمد علي', [{ literal: 'محمد علي' }]],
  ['Voltaire', [{ literal: 'Voltaire' }]],
  ['Ministry of Defence and Trade', [{ literal: 'Ministry of Defence and Trade' }]],
  ['Jane Doe, Moscow', [{ literal: 'Jane Doe, Moscow' }]],
  ['By our correspondent', [{ literal: 'our correspondent' }]],
  ['Minsk Bureau Staff', [{ literal: 'Minsk Bureau Staff' }]],
  ['JANE DOE', [{ literal: 'JANE DOE' }]],
  ['By ', []],
];

for (const [byline, names] of BYLINES) {
  test(`the byline “${byline}” is read as ${names.length} of ${JSON.stringify(names)}`, () => {
    assert.deepEqual(namesInByline(byline, ORGANISATIONS), names);
  });
}

const ABROAD: readonly [string, string, readonly object[]][] = [
  [
    'de',
    'Von Anna Schmidt und Jan van der Berg',
    [person('Anna', 'Schmidt'), person('Jan', 'van der Berg')],
  ],
  ['fr', 'Par Marie Dupont et Luc Besson', [person('Marie', 'Dupont'), person('Luc', 'Besson')]],
  ['ru', 'Автор: Иван Петров', [person('Иван', 'Петров')]],
  ['ru', 'Иван Петров и Анна Каренина', [person('Иван', 'Петров'), person('Анна', 'Каренина')]],
  [
    'uk',
    'Текст: Олена Коваль та Іван Франко',
    [person('Олена', 'Коваль'), person('Іван', 'Франко')],
  ],
  ['pl', 'Autor: Jan Kowalski', [person('Jan', 'Kowalski')]],
  ['es-MX', 'Por Ana Ruiz y Juan Gil', [person('Ana', 'Ruiz'), person('Juan', 'Gil')]],
  ['es', 'Por Gabriel García Márquez', [{ literal: 'Gabriel García Márquez' }]],
  ['hu', 'Orbán Viktor', [{ literal: 'Orbán Viktor' }]],
  ['vi', 'Nguyễn Văn An', [{ literal: 'Nguyễn Văn An' }]],
  ['en', 'Von Miller', [person('Von', 'Miller')]],
];

for (const [language, byline, names] of ABROAD) {
  test(`the ${language} byline “${byline}” is read as ${names.length}`, () => {
    assert.deepEqual(namesInByline(byline, ORGANISATIONS, language), names);
  });
}

test('a name is spoken with its suffix at the end, and filed with it behind the given name', () => {
  const [king] = namesInByline('By Martin Luther King, Jr.', ORGANISATIONS);
  assert.ok(king);
  assert.equal(spokenName(king), 'Martin Luther King Jr.');
  assert.equal(invertedName(king), 'King, Martin Luther Jr.');
});

test('no letter of a byline is lost, whatever it says', () => {
  const letters = (text: string) => [...text.replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');
  const words = fc.constantFrom(
    'Jane',
    'Doe',
    'van',
    'Jr.',
    'Press',
    'Reuters',
    '李',
    'II',
    'de',
    'O’Neil',
    '7',
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 7 }), (list) => {
      const byline = list.join(' ');
      const names = namesInByline(byline, ORGANISATIONS);
      assert.equal(letters(names.map(spokenName).join(' ')), letters(byline));
    }),
  );
});
