import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shown, shownJson, shownLine } from './shown.ts';

test('what a terminal would obey is spelled out', () => {
  assert.equal(shown('a\u001B[2Jb'), 'a<U+001B>[2Jb');
  assert.equal(shown('a\u009B31mb\u007F'), 'a<U+009B>31mb<U+007F>');
  assert.equal(shown('a\rb\bc'), 'a<U+000D>b<U+0008>c');
  assert.equal(shown('photo\u202Egpj.exe'), 'photo<U+202E>gpj.exe');
  assert.equal(shown('a\u200Bb\uFEFF'), 'a<U+200B>b<U+FEFF>');
});

test('lines stay lines, and in a name of one line they are spelled out', () => {
  assert.equal(shown('a\n\tb'), 'a\n\tb');
  assert.equal(shownLine('a.html\nAdded x'), 'a.html<U+000A>Added x');
});

test('letters of every script stay as they are', () => {
  for (const words of ['Łukašenka ŭ Sočy', 'نمی‌خواهم', '루카셴코', '👩‍👩‍👧', 'é', '日本語'])
    assert.equal(shown(words), words);
});

test('JSON says the same and holds no such sign', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = shownJson(JSON.stringify({ text }));
      assert.equal(JSON.parse(json).text, text);
      assert.equal(shown(json), json);
    }),
  );
});
