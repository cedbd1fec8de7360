import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { checkWithdrawal } from './check-withdrawal.ts';
import { listFiles } from './content-files.ts';
import { sha256 } from './hash.ts';
import { formatManifest, hashFile, MANIFEST_FILE, parseManifest } from './manifest.ts';
import { WITHDRAWAL_FILE } from './pending.ts';
import { finishWithdrawal, withdrawFiles } from './withdraw-files.ts';

const ENTRY = 'articles/2019/x.mdx';
const CAPTURE = 'captures/2019/x.txt';
const OTHER = 'captures/2019/y.txt';
const withdrawal = { entry: { file: ENTRY, text: 'tombstone' }, remove: [CAPTURE] };

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-withdraw-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const files = { [ENTRY]: 'entry', [CAPTURE]: 'capture', [OTHER]: 'other' };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const manifest = new Map(Object.entries(files).map(([file, text]) => [file, sha256(text)]));
  writeFileSync(path.join(folder, MANIFEST_FILE), formatManifest(manifest));
  return folder;
}

function assertWithdrawn(folder: string): void {
  assert.equal(readFileSync(path.join(folder, ENTRY), 'utf8'), 'tombstone');
  assert.ok(!existsSync(path.join(folder, CAPTURE)));
  const { manifest } = parseManifest(readFileSync(path.join(folder, MANIFEST_FILE), 'utf8'));
  assert.deepEqual([...manifest.keys()], [ENTRY, OTHER]);
  for (const [file, hash] of manifest) assert.equal(hashFile(folder, file), hash);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('.') && name !== '.gitattributes'),
    [],
  );
  assert.deepEqual(checkWithdrawal(folder), []);
}

test('the entry is replaced, the capture is gone, and the manifest vouches for both', (t) => {
  const folder = folderOf(t);
  withdrawFiles(folder, withdrawal);
  assertWithdrawn(folder);
});

test('wherever it is interrupted, the folder says so, and the next call finishes it', (t) => {
  const done = folderOf(t);
  withdrawFiles(done, withdrawal);
  const manifest = readFileSync(path.join(done, MANIFEST_FILE), 'utf8');
  const steps = [
    (folder: string) => rmSync(path.join(folder, CAPTURE)),
    (folder: string) => writeFileSync(path.join(folder, `${WITHDRAWAL_FILE}-next`), 'tomb'),
    (folder: string) => writeFileSync(path.join(folder, ENTRY), 'tombstone'),
    (folder: string) => writeFileSync(path.join(folder, MANIFEST_FILE), manifest),
  ];
  for (let count = 0; count <= steps.length; count++) {
    const folder = folderOf(t);
    writeFileSync(path.join(folder, WITHDRAWAL_FILE), JSON.stringify({ ...withdrawal, manifest }));
    for (const step of steps.slice(0, count)) step(folder);
    const [problem] = checkWithdrawal(folder);
    assert.match(problem?.what ?? '', /was interrupted/);
    assert.ok(listFiles(folder).files.every((file) => !file.startsWith('.')));
    assert.equal(finishWithdrawal(folder), ENTRY);
    assertWithdrawn(folder);
  }
});

test('a journal decides nothing about a file that was changed since, and another withdrawal of it does', (t) => {
  const folder = folderOf(t);
  const journal = journalOf(folder);
  writeFileSync(path.join(folder, WITHDRAWAL_FILE), journal);
  writeFileSync(path.join(folder, ENTRY), 'entry, corrected since');
  assert.throws(
    () => finishWithdrawal(folder),
    /was changed since(?:.|\n)*npm run withdraw -- 2019\/x/,
  );
  assert.equal(readFileSync(path.join(folder, ENTRY), 'utf8'), 'entry, corrected since');
  assert.ok(existsSync(path.join(folder, CAPTURE)));
  assert.notDeepEqual(checkWithdrawal(folder), []);
  withdrawFiles(folder, withdrawal);
  assertWithdrawn(folder);
});

test('what others have sealed since a withdrawal was interrupted stays sealed', (t) => {
  const folder = folderOf(t);
  writeFileSync(path.join(folder, WITHDRAWAL_FILE), journalOf(folder));
  const file = path.join(folder, MANIFEST_FILE);
  writeFileSync(path.join(folder, 'archive.yml'), 'x');
  writeFileSync(file, `${sha256('x')}  archive.yml\n${readFileSync(file, 'utf8')}`);
  assert.equal(finishWithdrawal(folder), ENTRY);
  assert.match(readFileSync(file, 'utf8'), /archive\.yml/);
  assert.ok(!readFileSync(file, 'utf8').includes(CAPTURE));
});

test('a journal that names anything but files of the record is refused, whoever wrote it', (t) => {
  for (const file of ['../x.mdx', '/tmp/x.mdx', '.git/config', 'articles\\2019\\x.mdx']) {
    const folder = folderOf(t);
    for (const journal of [
      { entry: { file, text: 'owned' }, remove: [], manifest: '' },
      { entry: withdrawal.entry, remove: [file], manifest: '' },
    ]) {
      writeFileSync(path.join(folder, WITHDRAWAL_FILE), JSON.stringify(journal));
      assert.throws(() => finishWithdrawal(folder), /names .*\n.*\n.*Find out how/);
      assert.equal(checkWithdrawal(folder)[0]?.file, WITHDRAWAL_FILE);
      assert.equal(readFileSync(path.join(folder, ENTRY), 'utf8'), 'entry');
      assert.ok(existsSync(path.join(folder, CAPTURE)));
    }
  }
});

function journalOf(folder: string): string {
  const text = readFileSync(path.join(folder, MANIFEST_FILE), 'utf8');
  const was = { [ENTRY]: sha256('entry'), [CAPTURE]: sha256('capture') };
  return JSON.stringify({ ...withdrawal, manifest: 'x', base: sha256(text), was });
}

test('a journal that was cut off decides nothing', (t) => {
  const folder = folderOf(t);
  writeFileSync(path.join(folder, `${WITHDRAWAL_FILE}-123`), '{"entry":{"file":"');
  assert.deepEqual(checkWithdrawal(folder), []);
  assert.equal(finishWithdrawal(folder), undefined);
  assert.equal(readFileSync(path.join(folder, ENTRY), 'utf8'), 'entry');
});
