import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { decodeText, isFolder, listFiles, readBytes } from './content-files.ts';

function tempFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-files-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('files are listed in code-unit order, without what desktops leave behind', (t) => {
  const folder = tempFolder(t);
  for (const name of ['b', 'B', 'a/z', 'a-b', 'ä', 'a/.DS_Store', 'Thumbs.db', '.gitkeep']) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), '');
  }
  assert.deepEqual(listFiles(folder), { files: ['B', 'a-b', 'a/z', 'b', 'ä'], problems: [] });
});

test('a link is reported and not followed, to a file, to a folder or to nothing', (t) => {
  const folder = tempFolder(t);
  const outside = tempFolder(t);
  writeFileSync(path.join(outside, 'secret.txt'), '');
  writeFileSync(path.join(folder, 'real.txt'), '');
  symlinkSync(path.join(outside, 'secret.txt'), path.join(folder, 'file.txt'));
  symlinkSync(outside, path.join(folder, 'folder'));
  symlinkSync('.', path.join(folder, 'loop'));
  symlinkSync('nowhere', path.join(folder, 'dangling'));
  const { files, problems } = listFiles(folder);
  assert.deepEqual(files, ['real.txt']);
  assert.deepEqual(problems.map(({ file }) => file).sort(), [
    'dangling',
    'file.txt',
    'folder',
    'loop',
  ]);
  assert.match(problems[0]?.what ?? '', /a link or a special file/);
  assert.match(problems[0]?.remedy ?? '', /Put the file itself here/);
});

test('a link to a folder counts as the folder that the keeper chose', (t) => {
  const folder = tempFolder(t);
  symlinkSync(folder, path.join(folder, 'chosen'));
  writeFileSync(path.join(folder, 'file'), '');
  assert.equal(isFolder(path.join(folder, 'chosen')), true);
  assert.equal(isFolder(path.join(folder, 'file')), false);
  assert.equal(isFolder(path.join(folder, 'nothing')), false);
});

test('a file that cannot be read is a problem, not an exception', (t) => {
  const folder = tempFolder(t);
  mkdirSync(path.join(folder, 'folder.yml'));
  for (const [file, code] of [
    ['gone.yml', 'ENOENT'],
    ['folder.yml', 'EISDIR'],
  ] as const) {
    const found = readBytes(folder, file);
    assert.ok('what' in found);
    assert.equal(found.file, file);
    assert.ok(found.what.includes(code), found.what);
  }
});

/** Bytes from text and numbers. */
function bytes(...parts: (string | number)[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))),
  );
}

test('a byte that is not UTF-8 is found by line and by its place in the line', () => {
  const rows: [string, Uint8Array, number, number][] = [
    ['Latin-1 at the beginning', bytes(0xe9, 't'), 1, 1],
    ['Latin-1 later', bytes('caf', 0xe9), 1, 4],
    ['after letters of two, three and four bytes', bytes('éЖ“😀', 0xff, 'a'), 1, 12],
    ['on a later line', bytes('one\ntwo\r\nthree ', 0x92, 's\nfour'), 3, 7],
    ['cut off at the end', bytes('a\nb', 0xe2, 0x80), 2, 2],
    ['cut off at the end of a line', bytes('a', 0xe2, 0x80, '\nb'), 1, 2],
    ['too long a form', bytes('a', 0xc0, 0xaf), 1, 2],
    ['a half of a pair', bytes('ab', 0xed, 0xa0, 0x80), 1, 3],
    ['after a written �', bytes('�a�', 0xe9), 1, 8],
    ['on the line after a written �', bytes('�\n�', 0x80, '�'), 2, 4],
  ];
  for (const [name, content, line, column] of rows) {
    const found = decodeText(content, 'a.mdx');
    assert.ok(typeof found !== 'string', name);
    assert.deepEqual([found.file, found.line, found.column], ['a.mdx', line, column], name);
    assert.ok(found.what.includes(`byte ${column} of line ${line}`), found.what);
  }
});

test('a byte-order mark is refused', () => {
  const found = decodeText(bytes(0xef, 0xbb, 0xbf, 'a'), 'a.mdx');
  assert.ok(typeof found !== 'string');
  assert.match(found.what, /byte-order mark/);
  assert.equal(found.line, 1);
});

test('UTF-8 is read as it is, a written � and a mark inside the text too', () => {
  for (const text of ['', 'a\r\nb\n', '�', 'é😀\u0301', 'a\ufeffb', '\0']) {
    assert.equal(decodeText(Buffer.from(text), 'a.mdx'), text);
  }
});

test('any bytes are read, or refused at a byte that ends what can be read', () => {
  const content = fc
    .array(
      fc.oneof(
        fc.constantFrom('a', '\n', 'é', '“', '😀', '�').map((text) => [...Buffer.from(text)]),
        fc.constantFrom(0x80, 0x92, 0xc3, 0xe2, 0xe9, 0xed, 0xf0, 0xff).map((byte) => [byte]),
      ),
      { maxLength: 12 },
    )
    .map((parts) => Buffer.from(parts.flat()));
  fc.assert(
    fc.property(content, (all) => {
      const found = decodeText(all, 'a.mdx');
      if (typeof found === 'string') {
        assert.deepEqual(Buffer.from(found), all);
        return;
      }
      const { line = 0, column = 0 } = found;
      let start = 0;
      for (let above = 1; above < line; above++) start = all.indexOf(0x0a, start) + 1;
      const before = all.subarray(0, start + column - 1);
      assert.ok(Buffer.from(before.toString()).equals(before), 'what stands before can be read');
      const next = all.subarray(before.length, before.length + 4);
      for (const length of [1, 2, 3, 4]) {
        const letter = next.subarray(0, length);
        const isWhole = letter.length === length && Buffer.from(letter.toString()).equals(letter);
        assert.ok(!isWhole, 'a letter can be read there');
      }
    }),
    { numRuns: 1000 },
  );
});
