import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCapture } from '../../capture/read-capture.ts';
import { CaptureRefused } from '../../capture/refused.ts';
import { readArchive } from '../../record/read-archive.ts';
import { SHIPPED } from './archive-for-tests.ts';
import { makeContext } from './context.ts';
import { entryFiles } from './entry-files.ts';
import { type Fate, fateOf, HOSTILE, SENTENCE } from './hostile-captures.ts';
import { propose } from './propose.ts';
import { Reader } from './reader.ts';

/** The full run, with other documents each time it is told a seed, is npm run bench:add -- --hostile 10000 --seed 23. */
const RUNS = 100;

const { record } = readArchive(SHIPPED);
assert.ok(record);
const context = makeContext(SHIPPED, record, '2026-11-21T10:00:00.000Z');

for (const { kind, documents, name } of HOSTILE) {
  test(`hostile ${kind} become entries of the same words that run nothing, or are refused`, async () => {
    const fates: Fate[] = [];
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const fate = await fateOf(document, name, context);
        fates.push(fate);
        assert.ok(fate === 'written' || fate === 'refused', fate);
      }),
      { numRuns: RUNS, seed: 7 },
    );
    const written = fates.filter((fate) => fate === 'written').length;
    assert.ok(written > RUNS / 2, `${written} of ${RUNS} were written`);
  });
}

test('a record made for an outlet can quote an address that turns the direction of writing', async () => {
  const document = `A headline of some words\n\nhttp://x.example/_a_\u2066\n\n${SENTENCE}\n\n${SENTENCE}`;
  assert.equal(await fateOf(document, 'x.txt', context), 'written');
  const page = `<html><head><title>1) |1\uFFFE</title></head><body><h1>1) |1\uFFFE A headline</h1><p>${SENTENCE}</p><p>${SENTENCE}</p></body></html>`;
  assert.notEqual(await fateOf(page, 'x.html', context), 'broke');
});

test('an honest text that begins with import or export reads exactly so', async () => {
  const words = [
    'import tariffs rose 10% on Monday, said the ministry, and {nobody} knew for how long it would be.',
    'export of <b>grain</b> fell by 5% after the harvest, and `x` was not the reason for any of that.',
  ];
  const bytes = Buffer.from(`Tariffs rise in the east\n\n${words.join('\n\n')}\n`);
  const proposal = propose(await readCapture(bytes, { name: 'x.txt' }, []), context);
  const { article } = entryFiles(proposal, bytes, context);
  assert.deepEqual(
    article.body.blocks.map(({ text }) => text),
    words,
  );
  assert.match(article.body.html, /<p[^>]*>import tariffs rose 10% on Monday/);
});

for (const [what, document, name] of [
  [
    'a text of 20 MB in one paragraph',
    `A headline of some words\n\n${'{import x} `y` <z> '.repeat(1_100_000)}`,
    'x.txt',
  ],
  ['a text of 20 MB in short lines', 'export const x = {};\n'.repeat(1_000_000), 'x.txt'],
  [
    'Markdown that is nested deeply',
    `# T\n\n[a](#) ${'> '.repeat(60_000)}x\n\n${'[a]('.repeat(20_000)}`,
    'x.md',
  ],
  ['marks without end', `# T\n\n[a](#) ${'*_`['.repeat(60_000)}`, 'x.md'],
  [
    'a page of 20 MB',
    `<html><body><article>${`<p>${SENTENCE} {x} import y</p>`.repeat(190_000)}</article></body></html>`,
    'x.html',
  ],
  [
    'a paragraph of names',
    `A headline of some words\n\n${'Minsk in Belarus. '.repeat(45_000)}`,
    'x.txt',
  ],
  [
    'a paragraph of names that nobody knows',
    `A headline of some words\n\n${Array.from({ length: 40_000 }, (_, at) => `Anna Krolik${at} of Brest. `).join('')}`,
    'x.txt',
  ],
  [
    'empty lines',
    `A headline of some words\n\n${SENTENCE}${'\n'.repeat(80_000)}${SENTENCE}`,
    'x.txt',
  ],
  ['spaces', `A headline of some words\n\n${SENTENCE}${' '.repeat(80_000)}${SENTENCE}`, 'x.txt'],
  [
    'comments that never end',
    `<html><body><p>${SENTENCE}</p>${'<!-- '.repeat(200_000)}</body></html>`,
    'x.html',
  ],
  [
    'style sheets that look around everywhere',
    `<html><head><style>${'p+p~p:nth-child(odd){opacity:1}'.repeat(20_000)}</style></head><body>${`<p>${SENTENCE}</p>`.repeat(3000)}</body></html>`,
    'x.html',
  ],
  [
    'links without end',
    `<html><body><p>${'<a href="/x">x</a> '.repeat(100_000)}${SENTENCE}</p></body></html>`,
    'x.html',
  ],
] as const) {
  test(`${what}: read or refused, in bounded time`, async (t) => {
    const reader = new Reader({ reading: 4_000, memory: 1024 });
    t.after(() => reader.close());
    const bytes = Buffer.from(document);
    const used = process.cpuUsage();
    t.after(() => {
      const { user, system } = process.cpuUsage(used);
      assert.ok(user + system < 12e6, `${(user + system) / 1e6} s of a processor`);
    });
    try {
      const proposal = propose(await reader.read(bytes, { name }, []), context);
      entryFiles(proposal, bytes, context);
    } catch (error) {
      if (!(error instanceof CaptureRefused)) throw error;
    }
  });
}
