import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
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
import { addFiles, NotAdded, undoInterrupted } from './add-files.ts';
import { listFiles } from './content-files.ts';
import { sha256 } from './hash.ts';
import { hashFile, MANIFEST_FILE, parseManifest } from './manifest.ts';
import { JOURNAL_FILE } from './pending.ts';

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-files-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'archive.yml'), 'title: x\n');
  return folder;
}

/** The manifest names every file of the record with its hash, and the record has no other. */
function assertWhole(folder: string): ReadonlySet<string> {
  const { manifest, problems } = parseManifest(
    readFileSync(path.join(folder, MANIFEST_FILE), 'utf8'),
  );
  assert.deepEqual(problems, []);
  const { files } = listFiles(folder);
  assert.deepEqual(
    files.filter((file) => file !== MANIFEST_FILE),
    [...manifest.keys()].sort(),
  );
  for (const [file, hash] of manifest) assert.equal(hashFile(folder, file), hash, file);
  return new Set(files);
}

const FILES = new Map([
  ['captures/2019/x.txt', 'capture'],
  ['articles/2019/x.mdx', 'entry'],
]);

test('all files and their lines in the manifest are written; the first manifest takes in what is there', (t) => {
  const folder = folderOf(t);
  addFiles(folder, FILES);
  assert.deepEqual([...assertWhole(folder)].sort(), [
    'archive.yml',
    'articles/2019/x.mdx',
    'captures/2019/x.txt',
    MANIFEST_FILE,
  ]);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('.')),
    [],
  );
});

test('a file that is there is never written over, and nothing of the rest is written', (t) => {
  const folder = folderOf(t);
  mkdirSync(path.join(folder, 'articles/2019'), { recursive: true });
  writeFileSync(path.join(folder, 'articles/2019/x.mdx'), 'older');
  assert.throws(() => addFiles(folder, FILES), NotAdded);
  assert.equal(readFileSync(path.join(folder, 'articles/2019/x.mdx'), 'utf8'), 'older');
  assert.equal(existsSync(path.join(folder, 'captures')), false);
});

test('when a file cannot be written, those before it are taken back', (t) => {
  const folder = folderOf(t);
  addFiles(folder, new Map([['topics/a.yml', 'name: a\n']]));
  const before = assertWhole(folder);
  writeFileSync(path.join(folder, 'articles'), 'in the way');
  assert.throws(() => addFiles(folder, FILES), NotAdded);
  rmSync(path.join(folder, 'articles'));
  assert.deepEqual(assertWhole(folder), before);
});

test('what an ended process left half-written is passed over, then taken away', (t) => {
  const folder = folderOf(t);
  addFiles(folder, new Map([['topics/a.yml', 'name: a\n']]));
  const before = assertWhole(folder);
  mkdirSync(path.join(folder, 'captures/2019'), { recursive: true });
  writeFileSync(path.join(folder, 'captures/2019/x.txt'), 'cap');
  const journal = { process: 2 ** 22 + 1, files: { 'captures/2019/x.txt': sha256('capture') } };
  writeFileSync(path.join(folder, JOURNAL_FILE), JSON.stringify(journal));
  assert.deepEqual(assertWhole(folder), before);
  undoInterrupted(folder);
  assert.equal(existsSync(path.join(folder, 'captures/2019/x.txt')), false);
  assert.equal(existsSync(path.join(folder, JOURNAL_FILE)), false);
});

test('while another process is adding, nobody else does', (t) => {
  const folder = folderOf(t);
  writeFileSync(
    path.join(folder, JOURNAL_FILE),
    JSON.stringify({ process: process.ppid, files: {} }),
  );
  assert.throws(() => addFiles(folder, FILES), /process \d+/);
});

test('killed at random moments, the record is whole each time', async (t) => {
  const folder = folderOf(t);
  addFiles(folder, new Map([['topics/a.yml', 'name: a\n']]));
  const script = path.join(import.meta.dirname, 'add-without-end-for-tests.ts');
  let most = 0;
  for (let run = 0; run < 20; run++) {
    const child = spawn(process.execPath, [script, folder, String(run)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    const count = assertWhole(folder).size;
    assert.ok(count >= most, 'nothing that was added is lost');
    most = count;
  }
  assert.ok(most > 3, 'something was added between the kills');
});

test('a folder that cannot be written to is told of in words that help, and nothing is added', (t) => {
  const folder = folderOf(t);
  // Where the journal is drafted stands something that cannot be written over.
  mkdirSync(path.join(folder, `${JOURNAL_FILE}-${process.pid}`, 'x'), { recursive: true });
  assert.throws(
    () => addFiles(folder, FILES),
    (error) => {
      assert.ok(error instanceof NotAdded);
      assert.match(error.message, /cannot be written to \(EISDIR\)\. Nothing was added\. Check/);
      return true;
    },
  );
  assert.ok(!existsSync(path.join(folder, 'articles')));
});
