import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutWithdrawn } from './guide.ts';

test('of a withdrawn article a guide keeps the id and the state, wherever the slot stands', () => {
  const quote = (article: string) => ({
    name: 'Quote',
    attributes: { article, at: 'p1', text: `Words of ${article}` },
    children: [],
  });
  const note = { name: 'Note', attributes: {}, children: [quote('2019/gone'), '<p>b</p>'] };
  const parts = ['<p>a</p>', quote('2019/gone'), quote('2019/kept'), note];
  const gone = {
    name: 'Quote',
    attributes: { article: '2019/gone' },
    children: [],
    state: 'withdrawn',
  };
  assert.deepEqual(withoutWithdrawn(parts, new Set(['2019/gone'])), [
    '<p>a</p>',
    gone,
    quote('2019/kept'),
    { ...note, children: [gone, '<p>b</p>'] },
  ]);
  assert.deepEqual(withoutWithdrawn(parts, new Set()), parts);
});
