import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { writeHead } from '../../../model/search/files/head.ts';
import { firstWords } from './first-words.ts';
import { Given } from './given.ts';

const HEAD = {
  format: 3 as const,
  id: 'abc',
  articles: 2,
  languages: ['en'],
  stopWords: ['and', 'of', 'the'],
  words: ['', 'm', 't'],
  texts: [0],
  vocabulary: [],
};

describe('Files that the page fetches for the worker', () => {
  it('are those with the words of the query, each once, and none for function words', () => {
    const head = writeHead(HEAD, { records: [] });
    assert.deepEqual(firstWords(head, 'the Ministry of “Trade”, trade and barter'), {
      version: 'abc',
      files: ['words-1', 'words-2', 'words-0'],
    });
    assert.deepEqual(firstWords(head, '').files, []);
  });

  it('are given once when they have come, and fetched when the page could not have them', async () => {
    const fetched: string[] = [];
    const given = new Given(async (name) => {
      fetched.push(name);
      return Uint8Array.of(9);
    });
    given.expect(['columns', 'words-1']);
    const columns = given.fetch('columns', 'v');
    const words = given.fetch('words-1', 'v');
    given.take('columns', Uint8Array.of(7).buffer);
    given.take('words-1', undefined);
    given.take('nobody-wants-it', undefined);
    assert.deepEqual(await columns, Uint8Array.of(7));
    assert.deepEqual(await words, Uint8Array.of(9));
    assert.deepEqual(await given.fetch('columns', 'v'), Uint8Array.of(9));
    assert.deepEqual(fetched, ['words-1', 'columns']);
  });
});
