import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { type OpenIndex, openIndex } from '../../src/browser/search/engine/open.ts';
import { resultsOf } from '../../src/browser/search/engine/results.ts';
import { makeIndex } from '../../src/integrations/search-index/make-index.ts';
import { parseState } from '../../src/model/search/state.ts';
import { sharedRecord } from '../../src/record/shared-record.ts';
import { temporaryFolder } from './command.ts';
import { writeArticle, writeRecord, writeSettings } from './write-archive.ts';

const TEXTS = [
  ['en', 'Harbour talks', 'Mayor Ivan Petrenko praised the negotiations on new cranes.'],
  ['ru', 'Порт ждёт', 'Мэр Иван Петренко рассказал о переговорах и новых кранах.'],
  ['uk', 'Порт чекає', 'Мер Іван Петренко розповів про хід переговорів і нові крани.'],
  ['pl', 'Port czeka', 'Burmistrz Iwan Petrenko mówił o rozmowach i nowych dźwigach.'],
  ['de', 'Der Hafen wartet', 'Bürgermeister Iwan Petrenko lobte die Verhandlungen über Kräne.'],
] as const;

let index: OpenIndex;

before(async () => {
  const folder = temporaryFolder('languages');
  const content = path.join(folder, 'content');
  writeSettings(content);
  writeRecord(content, 'outlets', 'post', { name: 'Harbour Post', code: 'HP' });
  writeRecord(content, 'sources', 'post', { name: 'Harbour Post', kind: 'newspaper' });
  writeRecord(content, 'people', 'ivan-petrenko', {
    name: 'Ivan Petrenko',
    variants: [
      { spelling: 'Иван Петренко', language: 'ru', is: 'Russian' },
      { spelling: 'Іван Петренко', language: 'uk', is: 'Ukrainian' },
      { spelling: 'Iwan Petrenko', language: 'de', is: 'German and Polish' },
    ],
  });
  for (const [at, [language, title, text]] of TEXTS.entries()) {
    const fields = { title, language, date: `2001-05-0${at + 1}`, outlet: 'post', source: 'post' };
    writeArticle(content, `2001/${language}`, { ...fields, people: ['ivan-petrenko'] }, text);
  }
  const record = sharedRecord(content);
  await makeIndex(record, folder);
  const file = (name: string) =>
    new Uint8Array(gunzipSync(readFileSync(path.join(folder, 'search', `${name}.bin`))));
  index = await openIndex(file('head'), async (name) => file(name));
});

async function found(query: string): Promise<string> {
  const state = parseState(
    new URLSearchParams(query.includes('=') ? query : { q: query }).toString(),
  );
  const { hits } = await resultsOf(index, state, 0, 10);
  return hits
    .map(({ article }) => article.language)
    .sort()
    .join(' ');
}

describe('A search in an archive of five languages', () => {
  for (const [query, languages] of [
    ['negotiation', 'en'],
    // One stem in both languages.
    ['переговоры', 'ru uk'],
    ['переговори', 'ru uk'],
    ['q=переговори&language=uk', 'uk'],
    ['кран', 'ru uk'],
    ['rozmowy', 'pl'],
    ['Verhandlung', 'de'],
    ['Іван Петренко', 'de en pl ru uk'],
    ['language=uk', 'uk'],
  ] as const) {
    it(`finds ${languages} for ${query}`, async () => {
      assert.equal(await found(query), languages);
    });
  }

  it('counts each language', async () => {
    const { facets } = await resultsOf(index, parseState(''), 0, 10);
    assert.deepEqual(
      facets.language.map(({ name, count }) => `${name} ${count}`),
      ['English 1', 'German 1', 'Polish 1', 'Russian 1', 'Ukrainian 1'],
    );
  });
});
