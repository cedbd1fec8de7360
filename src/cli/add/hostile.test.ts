import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCapture } from '../../capture/read-capture.ts';
import { CaptureRefused } from '../../capture/refused.ts';
import { plainLine } from '../../compile/escape-markdown.ts';
import { hostileText } from '../../compile/hostile-text.ts';
import { wordsOf } from '../../compile/passage.ts';
import { plainPassage } from '../../compile/write-body.ts';
import { readArchive } from '../../record/read-archive.ts';
import { SHIPPED } from './archive-for-tests.ts';
import { makeContext } from './context.ts';
import { entryFiles } from './entry-files.ts';
import { propose } from './propose.ts';
import { Reader } from './reader.ts';

/** HOSTILE_RUNS=10000 for the full run; it takes some minutes. */
const RUNS = Number(process.env['HOSTILE_RUNS'] ?? 100);

const { record } = readArchive(SHIPPED);
assert.ok(record);
const context = makeContext(SHIPPED, record, '2026-11-21T10:00:00.000Z');

const SENTENCE =
  'The minister said on Tuesday that the talks would go on for as long as they had to.';

const textDocument = fc
  .array(hostileText, { minLength: 1, maxLength: 6 })
  .map((parts) =>
    ['A headline of some words', ...parts.map((part) => `${part} ${SENTENCE}`), SENTENCE].join(
      '\n\n',
    ),
  );

const htmlDocument = fc
  .tuple(
    hostileText,
    fc.array(
      fc.tuple(
        fc.constantFrom('p', 'li', 'blockquote', 'h2', 'figcaption', 'div', 'pre'),
        hostileText,
        fc.boolean(),
      ),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([title, parts]) => {
    const body = parts.map(
      ([tag, text, isMarkup]) => `<${tag}>${isMarkup ? text : escaped(text)} ${SENTENCE}</${tag}>`,
    );
    return `<html><head><title>${escaped(title)}</title></head><body><article><h1>${escaped(title)} A headline</h1>${body.join('\n')}<p>${SENTENCE}</p></article></body></html>`;
  });

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

for (const [kind, documents, name] of [
  ['texts', textDocument, 'x.txt'],
  ['pages', htmlDocument, 'x.html'],
] as const) {
  test(`hostile ${kind} become entries of the same words that run nothing, or are refused`, async () => {
    let written = 0;
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const bytes = Buffer.from(document);
        try {
          const proposal = propose(await readCapture(bytes, { name }, context.credits), context);
          // Throws when the compiler of the site refuses a node or reads another word.
          const { article } = entryFiles(proposal, bytes, context);
          const wanted = proposal.passages
            .map(plainPassage)
            .flatMap(wordsOf)
            .map(plainLine)
            .filter((words) => words !== '');
          assert.deepEqual(
            article.body.blocks.map(({ text }) => text),
            wanted,
          );
          assert.doesNotMatch(
            article.body.html,
            /<(?:script|img|iframe|svg|style)|\son\w+=|javascript:(?!alert\(1\)\))/i,
          );
          written++;
        } catch (error) {
          if (!(error instanceof CaptureRefused)) throw error;
        }
        assert.equal((globalThis as { ran?: unknown }).ran, undefined);
      }),
      { numRuns: RUNS },
    );
    assert.ok(written > RUNS / 2, `${written} of ${RUNS} were written`);
  });
}

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
    'links without end',
    `<html><body><p>${'<a href="/x">x</a> '.repeat(100_000)}${SENTENCE}</p></body></html>`,
    'x.html',
  ],
] as const) {
  test(`${what}: read or refused, in bounded time`, async (t) => {
    const reader = new Reader({ reading: 4_000, memory: 1024 });
    t.after(() => reader.close());
    const bytes = Buffer.from(document);
    try {
      const proposal = propose(await reader.read(bytes, { name }, []), context);
      entryFiles(proposal, bytes, context);
    } catch (error) {
      if (!(error instanceof CaptureRefused)) throw error;
    }
  });
}
