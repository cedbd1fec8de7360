import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { codeDigest } from './code-digest.ts';

const PROGRAM = ['src/layouts/BaseLayout.astro', 'src/styles/base.css', 'lib/record.js'];
const ARCHIVE = ['src/pages/own.astro', 'public/logo.svg', 'astro.config.mjs', 'package-lock.json'];

function folderWith(t: TestContext, files: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-code-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const file of [...files, 'package.json']) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), file);
  }
  return folder;
}

test('the digest of the code is another when a file of the program or of the archive changes', (t) => {
  const [program, archive] = [folderWith(t, PROGRAM), folderWith(t, ARCHIVE)];
  const seen = new Set([codeDigest(archive, program)]);
  const again = codeDigest(folderWith(t, ARCHIVE), folderWith(t, PROGRAM));
  assert.equal(seen.has(again), true, 'the folders themselves do not count');
  const files = [
    ...[...PROGRAM, 'package.json'].map((file) => path.join(program, file)),
    ...[...ARCHIVE, 'package.json'].map((file) => path.join(archive, file)),
  ];
  for (const file of files) {
    writeFileSync(file, ' ', { flag: 'a' });
    seen.add(codeDigest(archive, program));
  }
  assert.equal(seen.size, 1 + files.length);
});

test('the record, a test and what was built do not count', (t) => {
  const [program, archive] = [folderWith(t, PROGRAM), folderWith(t, ARCHIVE)];
  const before = codeDigest(archive, program);
  for (const file of ['content/archive.yml', 'dist/index.html', 'src/pages/own.test.ts']) {
    mkdirSync(path.dirname(path.join(archive, file)), { recursive: true });
    writeFileSync(path.join(archive, file), '');
  }
  assert.equal(codeDigest(archive, program), before);
});
