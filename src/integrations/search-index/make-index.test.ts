import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { type OpenIndex, openIndex } from '../../browser/search/engine/open.ts';
import type { Kind } from '../../model/kinds.ts';
import type { ArticleData } from '../../model/schema/article.ts';
import { answer } from '../../model/search/plan/answer.ts';
import { termOfSigns } from '../../model/search/plan/sign-run.ts';
import { EMPTY } from '../../model/search/state.ts';
import { grouped } from '../../model/search/text/segments.ts';
import { wordsOf } from '../../model/search/text/words.ts';
import type { ArchiveRecord, ArticleEntry } from '../../record/types.ts';
import { makeIndex } from './make-index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-index-'));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Draft {
  readonly title: string;
  readonly passages: readonly string[];
  readonly date: string;
  readonly language: string;
}

function recordOf(drafts: readonly Draft[], { name = 'Minsk', reversed = false } = {}) {
  const articles = drafts.map(({ passages, title, date, language }, at) => {
    const data = {
      ...{ title, date, language, places: ['minsk'], people: [], topics: [], outlet: 'post' },
      ...{ source: ['post'], supplied: {} },
    } as unknown as ArticleData;
    const body = { html: '', blocks: passages.map((text) => ({ kind: 'text', text })) };
    return { id: `2001/${at}`, file: '', data, body, digest: '' } as unknown as ArticleEntry;
  });
  const of = (kind: Kind, id: string, called: string, variants: string[] = []) => ({
    ...{ id, kind, file: '', digest: '' },
    data: { name: called, variants: variants.map((spelling) => ({ spelling })) },
  });
  const authorities = {
    people: [of('people', 'g7', 'G-7', ['G 7'])],
    places: [of('places', 'minsk', name, ['мінський', '明斯克'])],
    outlets: [of('outlets', 'post', 'The Post')],
    sources: [of('sources', 'post', 'The Post')],
    topics: [],
  };
  return {
    settings: { language: 'en' },
    articles: reversed ? articles.reverse() : articles,
    authorities,
  } as unknown as ArchiveRecord;
}

let made = 0;

/** Makes an index. @returns its files, unpacked, by name */
async function make(record: ArchiveRecord): Promise<Map<string, Uint8Array>> {
  const site = path.join(folder, String(made++));
  await makeIndex(record, site);
  const files = readdirSync(path.join(site, 'search')).sort();
  const bytes = (file: string) => gunzipSync(readFileSync(path.join(site, 'search', file)));
  return new Map(files.map((file) => [path.basename(file, '.bin'), new Uint8Array(bytes(file))]));
}

async function open(record: ArchiveRecord): Promise<OpenIndex> {
  const files = await make(record);
  const file = (name: string) => files.get(name) ?? new Uint8Array();
  return openIndex(file('head'), async (name) => file(name));
}

/** Ids of what holds all that is typed. */
async function found(index: OpenIndex, query: string): Promise<(string | undefined)[]> {
  const { docs } = await answer({ ...EMPTY, query, match: 'all' }, index.library);
  return Promise.all([...docs].map(async (doc) => (await index.article(doc))?.id));
}

/** Beginnings of blocks of Unicode whose letters behave in different ways. */
const BLOCKS = [
  ...[0x41, 0xc0, 0x3b1, 0x410, 0x531, 0x5d0, 0x627, 0x64b, 0x905, 0xb85, 0xe01, 0xe81, 0xf40],
  ...[0x1000, 0x10d0, 0x1780, 0x1e00, 0x3041, 0x30a1, 0x4e00, 0xac00, 0xff21, 0xff66, 0x10400],
  ...[0x20000, 0x2010, 0xad, 0x30, 0x300, 0x27, 0x200b],
];
const letter = fc
  .tuple(fc.constantFrom(...BLOCKS), fc.nat(50))
  .map(([block, step]) => String.fromCodePoint(block + step));
const word = fc.oneof(
  fc.array(letter, { minLength: 1, maxLength: 6 }).map((letters) => letters.join('')),
  fc
    .tuple(fc.constantFrom(...BLOCKS), fc.array(fc.nat(40), { minLength: 1, maxLength: 8 }))
    .map(([block, steps]) => String.fromCodePoint(...steps.map((step) => block + step))),
  fc.constantFrom('elects', 'Elected', 'G-7', 'e-mail', 'Łódź', 'ВВС', '大学の新棟', 'การเลือกตั้ง'),
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', '', '-', '\u00ad')), { maxLength: 8 })
  .map((words) => words.map((one) => one.join('')).join(''));
const draft: fc.Arbitrary<Draft> = fc.record({
  title: text,
  passages: fc.array(text, { maxLength: 3 }),
  date: fc.constantFrom('2001-05', '2001-05-03', '2003'),
  language: fc.constantFrom(
    ...['en', 'fr', 'ru', 'sr', 'sr-Latn', 'ar', 'he', 'zh', 'ja', 'th', 'ka', 'be', 'bg', 'uk'],
    ...['ta', 'tr', 'el', 'ne', 'und', 'qaa', 'toString'],
  ),
});
const drafts = fc.array(draft, { minLength: 1, maxLength: 4 });

const ONE: Draft = { title: 'One', passages: [], date: '2003', language: 'en' };

describe('The search files', () => {
  it('are made of words in any script and language, and each word of a text finds it', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, fc.nat(), async (all, seed) => {
        const index = await open(recordOf(all));
        for (const [at, { title, passages }] of all.entries()) {
          const printed = [title, ...passages][seed % (passages.length + 1)] ?? '';
          const words = wordsOf(printed);
          const { start = 0, end = 0 } = words[seed % Math.max(1, words.length)] ?? {};
          const typed = printed.slice(start, end);
          // What is a sign of the query's own is no word there.
          if (typed === '' || /^(?:OR|AND)$/.test(typed)) continue;
          assert.ok((await found(index, `"${typed}"`)).includes(`2001/${at}`), typed);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('find a run of signs wherever a dictionary cuts it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          '町議会は製紙工場を閉鎖',
          'การเลือกตั้งประธานาธิบดี',
          '市议会决定关闭老造纸厂',
          'ការបោះឆ្នោតជ្រើសរើស',
        ),
        fc.array(fc.nat(24)),
        fc.nat(8),
        fc.nat(12),
        async (printed, cuts, from, length) => {
          const index = await open(recordOf([{ ...ONE, passages: [`x ${printed} y`] }, ONE]));
          const signs = wordsOf(printed).slice(from, from + 1 + length);
          const typed = printed.slice(signs[0]?.start, signs.at(-1)?.end);
          for (const group of grouped(typed, wordsOf(typed), () => cuts)) {
            const term = await termOfSigns(
              group.map(({ form }) => form),
              index.library,
            );
            assert.deepEqual([...(term?.term.docs ?? [])], [0]);
          }
          assert.deepEqual(await found(index, typed), ['2001/0']);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are the same in whatever order the record has its articles', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (all) => {
        assert.deepEqual(await make(recordOf(all)), await make(recordOf(all, { reversed: true })));
      }),
      { numRuns: 10 },
    );
  });

  it('name the article that can’t be read', async () => {
    await assert.rejects(make(recordOf([{ ...ONE, date: 'long ago' }])), /2001\/0: .*long ago/);
  });
});

describe('A word that no article holds', () => {
  for (const [language, there, typed] of [
    ['en', 'concessions', 'concession'],
    ['fi', 'kaupunginvaltuusto', 'kaupunginvaltuustossa'],
    ['fr', 'électorales', 'électoral'],
    ['ru', 'переговоры', 'переговорами'],
    ['sr', 'преговори', 'pregovorima'],
    ['ar', 'الانتخاب', 'بالانتخابات'],
    ['be', 'перамовы', 'перамовамі'],
    ['bg', 'избори', 'изборите'],
    ['cs', 'volby', 'volbami'],
    ['sk', 'voľby', 'voľbami'],
    ['hi', 'किताब', 'किताबों'],
  ] as const) {
    it(`is found by its stem: ${typed} in ${there}`, async () => {
      const index = await open(recordOf([{ ...ONE, passages: [there], language }, ONE]));
      assert.deepEqual(await found(index, typed), ['2001/0']);
    });
  }
});

describe('What parts no word', () => {
  for (const [printed, typed] of [
    ['uni\u00adver\u00adsi\u00adty', 'university'],
    ['foun\u200bda\u200btions', '"foundations"'],
    ['whose e-mail the paper has', 'email'],
    ['a well‑known mill', 'wellknown'],
    ['the COVID-19 year', 'covid19'],
    ['twenty-one-year-old', 'twentyoneyearold'],
  ] as const) {
    it(`is a hyphen or a sign of no width: ${typed} finds ${printed}`, async () => {
      const index = await open(recordOf([{ ...ONE, passages: [printed] }, ONE]));
      assert.deepEqual(await found(index, typed), ['2001/0']);
    });
  }
});

describe('Signs of scripts without spaces', () => {
  it('are found together, not one by one', async () => {
    const index = await open(
      recordOf([
        { ...ONE, passages: ['新幹線の駅に近い'], language: 'ja' },
        { ...ONE, passages: ['新棟は幹部の線で'], language: 'ja' },
      ]),
    );
    assert.deepEqual(await found(index, '新幹線'), ['2001/0']);
  });

  it('are looked for in pairs where no text holds all of them together', async () => {
    const index = await open(recordOf([{ ...ONE, passages: ['東京と都庁'] }, ONE]));
    assert.deepEqual(await found(index, '東京都庁'), ['2001/0']);
  });

  it('are names too, wherever a dictionary cuts', async () => {
    const index = await open(recordOf([{ ...ONE, passages: ['他去明斯克了'] }]));
    const { read } = await answer({ ...EMPTY, query: '去明斯克' }, index.library);
    assert.deepEqual(
      read.parts.map(({ typed, reading }) => `${typed} ${reading.kind}`),
      ['去 words', '明斯克 name'],
    );
  });
});
