import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { recordPathFault, shownPath } from './record-path.ts';

const part = fc.constantFrom(
  ...[
    '..',
    '.',
    '',
    '.git',
    'articles',
    'captures',
    'people',
    '2019',
    'a',
    'a-b',
    'A',
    'con',
    'aux.txt',
  ],
  ...['a.mdx', 'a.yml', 'a.html.gz', 'x\\y', 'C:', 'é', 'a b', '\0', '\u001b', 'a.', '~'],
);

const name = fc.constantFrom(
  'a.mdx',
  'a.yml',
  'a-b.html.gz',
  'aux.txt',
  'A.yml',
  'a .yml',
  '.yml',
  'a.',
);
const parts = fc.oneof(
  fc.array(part, { maxLength: 4 }),
  fc.tuple(
    fc.constantFrom('articles', 'captures', 'people', '..'),
    fc.constantFrom('2019', '..'),
    name,
  ),
  fc.tuple(fc.constantFrom('people', 'pages', 'x'), name),
);

test('what is let through stays in the folder and is a name on any disk', () => {
  let most = 0;
  fc.assert(
    fc.property(parts, fc.boolean(), (names, isAbsolute) => {
      const file = `${isAbsolute ? '/' : ''}${names.join('/')}`;
      if (recordPathFault(file) !== undefined) return;
      most++;
      for (const join of [path.posix.join, path.win32.join]) {
        const joined = join('/folder', file).replaceAll('\\', '/');
        assert.equal(joined, `/folder/${file}`);
      }
      assert.match(file, /^[a-z0-9./-]+$/);
      assert.doesNotMatch(file, /(?:^|\/)(?:\.|con|aux|nul|prn)/);
    }),
    { numRuns: 3000 },
  );
  assert.ok(most > 10);
});

test('a path is shown without anything that a terminal would obey', () => {
  assert.equal(shownPath('a\u001b[2J\u202e\u0085b'), 'a\\u001b[2J\\u{202e}\\u{85}b');
});
