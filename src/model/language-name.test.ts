import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRightToLeft, languageName } from './language-name.ts';

test('a language is named in English by its tag', () => {
  assert.equal(languageName('be'), 'Belarusian');
  assert.equal(languageName('pt-BR'), 'Brazilian Portuguese');
  assert.match(languageName('be-Latn'), /Belarusian.*Latin/);
});

test('a language is written from right to left when its script is', () => {
  for (const tag of ['ar', 'he', 'fa', 'ur', 'az-Arab', 'yi']) assert.ok(isRightToLeft(tag), tag);
  for (const tag of ['en', 'be', 'az', 'ja', 'ar-Latn']) assert.ok(!isRightToLeft(tag), tag);
});
