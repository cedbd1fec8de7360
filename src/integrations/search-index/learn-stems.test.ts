import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { learnStems } from './learn-stems.ts';

describe('Stems that Pagefind knows', () => {
  for (const [language, words] of [
    ['en', ['elected', 'elects']],
    ['ru', ['зайка', 'зайки']],
    ['fr', ['élections', 'élection', 'elections']],
    ['de', ['verhandlung', 'verhandlungen']],
  ] as const) {
    it(`are one for ${words.join(', ')}`, async () => {
      const stems = (await learnStems(new Map([[language, words]]))).get(language);
      assert.deepEqual([...(stems?.keys() ?? [])].sort(), words.toSorted());
      assert.equal(new Set(stems?.values()).size, 1);
    });
  }

  it('are told apart by language', async () => {
    const words = ['kind', 'kinder'];
    const stems = await learnStems(new Map(['de', 'en'].map((language) => [language, words])));
    assert.equal(stems.get('de')?.get('kinder'), 'kind');
    assert.equal(stems.get('en')?.get('kinder'), 'kinder');
  });
});
