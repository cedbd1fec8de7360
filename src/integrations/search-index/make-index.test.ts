import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Kind } from '../../model/kinds.ts';
import type { ArticleData } from '../../model/schema/article.ts';
import { sha256 } from '../../record/hash.ts';
import type { ArchiveRecord, ArticleEntry } from '../../record/types.ts';
import { IndexMaker } from './index-maker.ts';
import { orderOf } from './order.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-index-'));
after(() => rmSync(folder, { recursive: true, force: true }));

interface Draft {
  readonly title: string;
  readonly passages: readonly string[];
  readonly date: string;
  readonly language: string | undefined;
  readonly places: readonly string[];
}

/** Forms of one word, capitals, names, initials of two words, letters of another language. */
const WORDS = 'elect elects Elected the Minsk ministry minister G-7 G 7 Łódź ВВС мінський x1'.split(
  ' ',
);

const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 9 }).map((words) => words.join(' '));

const draft: fc.Arbitrary<Draft> = fc.record({
  title: text,
  passages: fc.array(text, { maxLength: 3 }),
  date: fc.constantFrom('2001-05', '2001-05-03', '2003', '2009-01-01'),
  language: fc.constantFrom(undefined, 'uk', 'en'),
  places: fc.subarray(['minsk', 'unknown']),
});

const archive = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), draft, { minKeys: 3 });

const slug = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');

/** What is done to an archive: articles added, corrected, removed, at all dates; a name and its language changed. */
const edit = fc.record({
  articles: fc.dictionary(slug, fc.option(draft), { maxKeys: 2 }),
  language: fc.constantFrom('en', 'en', 'uk'),
  name: fc.constantFrom('Minsk', 'Minsk', 'Łódź'),
});

function recordOf({
  drafts,
  language,
  name,
}: {
  drafts: Readonly<Record<string, Draft>>;
  language: string;
  name: string;
}): ArchiveRecord {
  const articles = Object.entries(drafts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([slug, { passages, title, date, language: own, places }]) => {
      const data = {
        ...{ title, date, places, people: [], topics: [], outlet: 'post', source: ['post'] },
        ...{ supplied: {}, ...(own !== undefined && { language: own }) },
      } as unknown as ArticleData;
      const body = { html: '', blocks: passages.map((one) => ({ kind: 'text', text: one })) };
      const digest = sha256(JSON.stringify([data, body]));
      return { id: `2001/${slug}`, file: '', data, body, digest } as unknown as ArticleEntry;
    });
  const of = (kind: Kind, id: string, called: string, variants: string[] = []) => ({
    ...{ id, kind, file: '', digest: '' },
    data: { name: called, variants: variants.map((spelling) => ({ spelling })) },
  });
  const authorities = {
    people: [of('people', 'g7', 'G-7', ['G 7'])],
    places: [of('places', 'minsk', name, ['мінський'])],
    outlets: [of('outlets', 'post', 'The Post')],
    sources: [of('sources', 'post', 'The Post')],
    topics: [],
  };
  return { settings: { language }, articles, authorities } as unknown as ArchiveRecord;
}

const ONE: Draft = {
  ...{ title: 'The ministry', passages: ['Minsk elects the G 7'], date: '2003' },
  ...{ language: undefined, places: ['minsk'] },
};

const NOTHING = { articles: {}, language: 'en', name: 'Minsk' };

const SOME = { drafts: { a: ONE, b: { ...ONE, date: '2001-05' } }, language: 'en', name: 'Minsk' };

let made = 0;

/** Makes an index. @returns its files as they are, and the folder of what it remembers */
async function make(record: ArchiveRecord, where: { state?: string; few?: number } = {}) {
  const site = path.join(folder, String(made++));
  const state = where.state && { state: { file: path.join(folder, where.state), key: 'code' } };
  const order = orderOf(record, { folder: site, ...state });
  const lines = await new IndexMaker({ record, standing: () => '' }, order, where.few).finish();
  const names = readdirSync(site).sort();
  assert.deepEqual(
    lines
      .split('\n')
      .map((line) => line.split('\t')[0])
      .sort(),
    names,
  );
  return names.map((name) => `${name} ${readFileSync(path.join(site, name), 'base64')}`);
}

describe('The search files', () => {
  it('are the same after any edits as those made from nothing', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(archive, fc.array(edit, { maxLength: 3 }), async (first, edits) => {
        const name = `state-${run++}`;
        let drafts: Record<string, Draft> = first;
        for (const { articles, ...settings } of [NOTHING, ...edits]) {
          const all = Object.entries({ ...drafts, ...articles });
          drafts = Object.fromEntries(
            all.flatMap(([id, one]) => (one === null ? [] : [[id, one as Draft]])),
          );
          const record = recordOf({ drafts, ...settings });
          const upon = await make(record, { state: name });
          assert.deepEqual(upon, await make(record));
        }
      }),
      { numRuns: 4 },
    );
  });

  it('are the same when a thread makes them', async () => {
    const record = recordOf(SOME);
    assert.deepEqual(await make(record, { few: 0 }), await make(record));
  });

  it('are made anew when what was remembered is cut short', async () => {
    const record = recordOf(SOME);
    const files = await make(record, { state: 'cut' });
    truncateSync(path.join(folder, 'cut'), 700);
    assert.deepEqual(await make(record, { state: 'cut' }), files);
  });

  it('fail with what went wrong, in a thread too', async () => {
    const record = recordOf({ ...SOME, drafts: { a: { ...ONE, date: 'long ago' } } });
    const failure = /long ago/;
    await assert.rejects(make(record, { few: 0 }), failure);
    await assert.rejects(make(record), failure);
  });
});
