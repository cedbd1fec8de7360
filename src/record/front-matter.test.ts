import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { splitFrontMatter } from './front-matter.ts';

test('the front matter ends at the first line of three hyphens', () => {
  const rows: [string, string, string, number][] = [
    ['---\na: b\n---\nText.\n', 'a: b', 'Text.\n', 3],
    ['---\na: b\n---\n\n---\n\nText.', 'a: b', '\n---\n\nText.', 3],
    ['---\r\na: b\r\nc: d\r\n---\r\nText.', 'a: b\r\nc: d', 'Text.', 4],
    ['--- \t\na: b\n---  \nText.', 'a: b', 'Text.', 3],
    ['---\na: ---\n ---\n----\n---x\n---\nText.', 'a: ---\n ---\n----\n---x', 'Text.', 6],
    ['---\n---\nText.', '', 'Text.', 2],
    ['---\n---\nText.\n---\nMore.', '', 'Text.\n---\nMore.', 2],
    ['---\n\n---\n', '', '', 3],
    ['---\n\n\n---', '\n', '', 3],
    ['---\na: b\n---', 'a: b', '', 2],
  ];
  for (const [text, yaml, body, linesAboveBody] of rows) {
    assert.deepEqual(splitFrontMatter(text), { yaml, body, linesAboveBody }, JSON.stringify(text));
  }
});

test('a text without two fences has no front matter', () => {
  const texts = ['', 'Text.', '---', '---\n', '---\na: b', '---\na: b\n----', '\n---\na: b\n---\n'];
  for (const text of [
    ...texts,
    ' ---\na: b\n---',
    '----\na: b\n---',
    '--- x\na: b\n---',
    '+++\na\n+++',
  ]) {
    assert.equal(splitFrontMatter(text), undefined, JSON.stringify(text));
  }
});

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']);

test('remark-frontmatter finds the same YAML, and the same place where it ends', () => {
  const line = fc.constantFrom(
    ...['---', '---', '---', '--- ', '---\t', '----', '--', '---x', ' ---', '- --', '+++'],
    ...['', ' ', 'a: b', 'a: "---"', '# a', 'Text.', '- a', '> ---', 'é😀', '<a', '{b', '\t'],
  );
  const end = fc.constantFrom('\n', '\n', '\r\n');
  const texts = fc
    .tuple(fc.boolean(), fc.array(fc.tuple(line, end), { maxLength: 9 }), line)
    .map(([fenced, lines, last]) => `${fenced ? '---\n' : ''}${lines.flat().join('')}${last}`);
  let found = 0;
  fc.assert(
    fc.property(texts, (text) => {
      const [first] = processor.parse(text).children;
      const parts = splitFrontMatter(text);
      if (first?.type !== 'yaml') {
        assert.equal(parts, undefined);
        return;
      }
      found++;
      assert.equal(parts?.yaml, first.value);
      const rest = text.slice(first.position?.end.offset);
      assert.equal(parts?.body, rest.replace(/^\r?\n/, ''));
      assert.ok(text.endsWith(parts?.body ?? ''));
      const above = text.slice(0, text.length - (parts?.body.length ?? 0));
      assert.equal(parts?.linesAboveBody, above.split('\n').length - 1);
    }),
    { numRuns: 1200 },
  );
  assert.ok(found > 100, `${found} texts had front matter`);
});
