import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileBody } from '../../src/compile/compile-body.ts';
import { mdxText } from './mdx-text.ts';

const origin = { file: 'articles/1987/any.mdx', linesAbove: 0 };

const WORDS = ['import', 'export', '1.', '1)', '-', '+', '=', '#', '---', '<b>', '{x}', '&amp;'];
const paragraph = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ minLength: 1 })), { minLength: 1 })
  .map((words) =>
    words
      .join(' ')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim(),
  )
  .filter((text) => text !== '');

test('MDX reads a paragraph as exactly the text that was written', () => {
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), (paragraphs) => {
      const { body, problems } = compileBody(paragraphs.map(mdxText).join('\n\n'), origin);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        body.blocks.map(({ text }) => text),
        paragraphs,
      );
    }),
  );
});
