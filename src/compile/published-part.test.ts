import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileBody } from './compile-body.ts';
import { EXCERPT_WORDS, publishedPart } from './published-part.ts';
import { writeBody } from './write-body.ts';

const compile = (source: string) => compileBody(source, { file: 'a.mdx', linesAbove: 0 }).body;
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `w${from + at}`).join(' ');

const BODY = compile(
  `# Head\n\n*${numbered(1, 20)}* [link](https://example.org/)\n\n<Figure caption="shown" />\n\n1. ${numbered(23, 40)}\n2. ${numbered(43, 90)} & <\n\nlast`.replace(
    '<\n',
    '\\<\n',
  ),
);

test('full access lets everything out, metadata and withdrawn nothing', () => {
  assert.equal(publishedPart(BODY, 'full'), BODY);
  for (const access of ['metadata', 'withdrawn'] as const) {
    assert.deepEqual(publishedPart(BODY, access), { html: '', blocks: [] });
  }
});

test('an excerpt is the first words of the paragraphs, without headings, captions and links', () => {
  const { html, blocks } = publishedPart(BODY, 'excerpt');
  const words = blocks.flatMap(({ text }) => text.split(' '));
  assert.equal(words.length, EXCERPT_WORDS);
  assert.equal(words.at(-1), 'w61');
  assert.ok(!/Head|shown|href|w62/.test(html));
  assert.match(html, /^<p id="p1">w1 /);
  assert.match(html, /w61 \[…\]<\/p>$/);
});

test('a text of fewer words is all of it, and says that it is an excerpt all the same', () => {
  const { html } = publishedPart(compile('One & two.'), 'excerpt');
  assert.equal(html, '<p id="p1">One &amp; two. […]</p>');
});

test('an excerpt of an excerpt that was written as an entry is the same excerpt', () => {
  const once = publishedPart(BODY, 'excerpt');
  const written = writeBody(
    once.blocks.map(({ text }) => ({ kind: 'paragraph', text })),
    'a.mdx',
  );
  assert.ok(written.ok);
  assert.deepEqual(publishedPart(compile(written.source), 'excerpt'), once);
});
