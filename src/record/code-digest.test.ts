import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { codeDigest, PARTS } from './code-digest.ts';

const project = path.resolve(import.meta.dirname, '../..');

test('the digest of the code is another when a template, a style or a version changes', (t) => {
  const root = mkdtempSync(path.join(tmpdir(), 'pressmark-code-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  for (const part of PARTS) {
    cpSync(path.join(project, part), path.join(root, part), { recursive: true });
  }
  const seen = new Set([codeDigest(root)]);
  assert.equal(seen.has(codeDigest(project)), true, 'the folder itself does not count');
  for (const file of [
    'src/layouts/BaseLayout.astro',
    'src/styles/base.css',
    'docs/quality/accessibility.json',
    'package-lock.json',
  ]) {
    writeFileSync(path.join(root, file), ' ', { flag: 'a' });
    seen.add(codeDigest(root));
  }
  assert.equal(seen.size, 5);
});
