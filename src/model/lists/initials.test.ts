import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byInitial } from './initials.ts';

function groups(...names: string[]): string[] {
  return byInitial(names.map((name) => ({ name }))).map(
    ({ initial, members }) => `${initial}: ${members.map(({ name }) => name).join(', ')}`,
  );
}

test('names stand under their first letter, without its marks', () => {
  assert.deepEqual(groups('Abe', 'Ángel', 'anna', 'Öst', 'Ózd', 'Łódź', 'Ян', 'йод'), [
    'A: Abe, Ángel, anna',
    'O: Öst, Ózd',
    'Ł: Łódź',
    'Я: Ян',
    'И: йод',
  ]);
});

test('names that begin with no letter stand together', () => {
  assert.deepEqual(groups('1TV', '“Quoted”', '', '2nd'), ['#: 1TV, “Quoted”, , 2nd']);
});

test('no names make no groups', () => {
  assert.deepEqual(groups(), []);
});
