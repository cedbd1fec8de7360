import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Opened, parseRecent, withOpened } from './recent.ts';

const opened = (name: string): Opened => ({
  address: `articles/2019/${name}.html`,
  title: name,
  language: 'en',
});

test('an article that is opened again stands in the list once, first', () => {
  const list = [opened('a'), opened('b')];
  assert.deepEqual(withOpened(list, opened('b')), [opened('b'), opened('a')]);
});

test('the list does not grow without end', () => {
  let list: readonly Opened[] = [];
  for (let at = 0; at < 50; at++) list = withOpened(list, opened(`n${at}`));
  assert.equal(list.length, 30);
  assert.equal(list[0]?.title, 'n49');
});

test('what is stored leads to articles of the archive and nowhere else', () => {
  const bad = [
    'javascript:alert(1)',
    'https://example.org/',
    'articles/../../x.html',
    'index.html',
  ];
  const stored = [...bad.map((address) => ({ ...opened('x'), address })), null, 7, opened('good')];
  assert.deepEqual(parseRecent(JSON.stringify(stored)), [opened('good')]);
  for (const text of [null, '{', '{}', '"a"']) assert.deepEqual(parseRecent(text), []);
});
