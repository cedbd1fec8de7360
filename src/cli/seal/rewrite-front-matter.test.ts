import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rewriteFrontMatter } from './rewrite-front-matter.ts';

test('what stands between the fences is replaced, and nothing besides', () => {
  const rows: [string, string][] = [
    ['---\na: b\n---\n\nBody', '---\nX\n---\n\nBody'],
    ['---\r\na: b\r\nc: d\r\n---\r\nBody', '---\r\nX\r\n---\r\nBody'],
    ['---  \na: b\n---\t\nBody', '---  \nX\n---\t\nBody'],
    ['---\n---\nBody', '---\nX\n---\nBody'],
    ['---\n\n---\nBody', '---\nX\n---\nBody'],
    ['---\n\n\n---\nBody', '---\nX\n---\nBody'],
    ['---\na: b\n---\n---\na: b\n---', '---\nX\n---\n---\na: b\n---'],
  ];
  for (const [before, after] of rows) {
    assert.equal(
      rewriteFrontMatter(before, () => 'X'),
      after,
      JSON.stringify(before),
    );
  }
});

test('the edit is given the YAML as it stands', () => {
  rewriteFrontMatter('---\na: "é"\nb: c\n---\nBody', (yaml) => {
    assert.equal(yaml, 'a: "é"\nb: c');
    return yaml;
  });
});

test('a text without front matter is refused', () => {
  for (const text of ['Body', '', '---\na: b', ' ---\na: b\n---']) {
    assert.throws(() => rewriteFrontMatter(text, () => 'X'), /There is no front matter/);
  }
});

const hostile = fc
  .array(
    fc.constantFrom(
      ...['---', '--- ', '----', 'a: b', '"', '_so_', '[1]', '*a*', '\\', '<a>', '{b}', 'é😀'],
      ...[
        '\n',
        '\n\n',
        '\r\n',
        '\t',
        '  \n',
        '&amp;',
        '$1',
        '$&',
        '# a',
        '- [ ] b',
        '\u00a0',
        '```',
      ],
    ),
  )
  .map((parts) => parts.join(''));
const yaml = fc
  .array(fc.constantFrom('a: b', 'c: "---"', '# d', '', 'e: $&', 'f: |', '  ---'))
  .map((lines) => lines.join('\n'));

test('an edit that changes nothing leaves every byte, whatever the body holds', () => {
  fc.assert(
    fc.property(yaml, hostile, (front, body) => {
      const text = `---\n${front}\n---\n${body}`;
      assert.equal(
        rewriteFrontMatter(text, (old) => old),
        text,
      );
    }),
    { numRuns: 500 },
  );
});

test('the body is the same to the last byte after any edit', () => {
  fc.assert(
    fc.property(yaml, yaml, hostile, (front, other, body) => {
      const text = `---\n${front}\n---\n${body}`;
      const edited = rewriteFrontMatter(text, () => other);
      assert.equal(edited, `---\n${other}\n---\n${body}`);
    }),
    { numRuns: 500 },
  );
});
