import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { addFiles, NotAdded, undoInterrupted } from './add-files.ts';
import { listFiles } from './content-files.ts';
import { sha256 } from './hash.ts';
import { formatManifest, hashFile, MANIFEST_FILE, parseManifest } from './manifest.ts';
import { JOURNAL_FILE, manifestId } from './pending.ts';
import { readArchive } from './read-archive.ts';

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-files-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'archive.yml'), 'title: x\n');
  return folder;
}

const silent = () => {};

function dotFiles(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('.'));
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
  addFiles(folder, FILES, silent);
  assert.deepEqual([...assertWhole(folder)].sort(), [
    'archive.yml',
    'articles/2019/x.mdx',
    'captures/2019/x.txt',
    MANIFEST_FILE,
  ]);
  assert.deepEqual(dotFiles(folder), ['.gitattributes']);
});

test('a file that is there is never written over, and nothing of the rest is written', (t) => {
  const folder = folderOf(t);
  mkdirSync(path.join(folder, 'articles/2019'), { recursive: true });
  writeFileSync(path.join(folder, 'articles/2019/x.mdx'), 'older');
  assert.throws(() => addFiles(folder, FILES, silent), NotAdded);
  assert.equal(readFileSync(path.join(folder, 'articles/2019/x.mdx'), 'utf8'), 'older');
  assert.equal(existsSync(path.join(folder, 'captures')), false);
});

test('when a file cannot be written, those before it are taken back', (t) => {
  const folder = folderOf(t);
  addFiles(folder, new Map([['topics/a.yml', 'name: a\n']]), silent);
  const before = assertWhole(folder);
  writeFileSync(path.join(folder, 'articles'), 'in the way');
  assert.throws(() => addFiles(folder, FILES, silent), NotAdded);
  rmSync(path.join(folder, 'articles'));
  assert.deepEqual(assertWhole(folder), before);
});

/** A folder in which an addition was killed after some of its files were in place. */
function interrupted(t: TestContext): { folder: string; before: ReadonlySet<string> } {
  const folder = folderOf(t);
  addFiles(folder, new Map([['topics/a.yml', 'name: a\n']]), silent);
  const before = assertWhole(folder);
  mkdirSync(path.join(folder, 'captures/2019'), { recursive: true });
  writeFileSync(path.join(folder, 'captures/2019/x.txt'), 'capture');
  const files = Object.fromEntries([...FILES].map(([file, text]) => [file, sha256(text)]));
  const journal = { base: manifestId(folder), next: 'x', files };
  writeFileSync(path.join(folder, JOURNAL_FILE), JSON.stringify(journal));
  return { folder, before };
}

test('what an ended process left half done is passed over, then taken back, which is said', (t) => {
  const { folder, before } = interrupted(t);
  assert.deepEqual(assertWhole(folder), before);
  const told: string[] = [];
  undoInterrupted(folder, (line) => told.push(line));
  assert.match(told.join(), /taken back: articles\/2019\/x\.mdx is not in the archive/);
  assert.equal(existsSync(path.join(folder, 'captures/2019/x.txt')), false);
  assert.deepEqual(dotFiles(folder), ['.gitattributes']);
});

test('a file that is not what the interrupted addition wrote is seen, and stays', (t) => {
  const { folder } = interrupted(t);
  writeFileSync(path.join(folder, 'captures/2019/x.txt'), 'capture, looked at since');
  assert.ok(listFiles(folder).files.includes('captures/2019/x.txt'));
  const told: string[] = [];
  undoInterrupted(folder, (line) => told.push(line));
  assert.match(told.join('\n'), /captures\/2019\/x\.txt was changed since/);
  assert.ok(existsSync(path.join(folder, 'captures/2019/x.txt')));
  assert.equal(existsSync(path.join(folder, JOURNAL_FILE)), false);
});

test('a journal that was left when all was done decides nothing about what was edited and sealed since', (t) => {
  const { folder } = interrupted(t);
  const journal = readFileSync(path.join(folder, JOURNAL_FILE), 'utf8');
  undoInterrupted(folder, silent);
  addFiles(folder, FILES, silent);
  writeFileSync(path.join(folder, JOURNAL_FILE), journal);
  writeFileSync(path.join(folder, 'articles/2019/x.mdx'), 'entry, corrected');
  const { manifest } = parseManifest(readFileSync(path.join(folder, MANIFEST_FILE), 'utf8'));
  const next = new Map([...manifest, ['articles/2019/x.mdx', sha256('entry, corrected')]]);
  writeFileSync(path.join(folder, MANIFEST_FILE), formatManifest(next));
  assertWhole(folder);
  const told: string[] = [];
  undoInterrupted(folder, (line) => told.push(line));
  assert.match(told.join(), /interrupted when all was done/);
  assert.ok(assertWhole(folder).has('articles/2019/x.mdx'));
});

test('a journal of an addition to another manifest takes nothing away', (t) => {
  const { folder } = interrupted(t);
  const manifest = path.join(folder, MANIFEST_FILE);
  writeFileSync(manifest, readFileSync(manifest, 'utf8').split('\n').slice(0, 1).join('\n'));
  const told: string[] = [];
  undoInterrupted(folder, (line) => told.push(line));
  assert.match(
    told.join('\n'),
    /or the manifest was\. It was left as it is: run “npm run seal -- captures/,
  );
  assert.equal(readFileSync(path.join(folder, 'captures/2019/x.txt'), 'utf8'), 'capture');
});

test('a journal that names anything but files of the record is refused whole, whoever wrote it', (t) => {
  const outside = folderOf(t);
  writeFileSync(path.join(outside, 'thesis.txt'), 'precious');
  for (const file of [
    `../${path.basename(outside)}/thesis.txt`,
    path.join(outside, 'thesis.txt'),
    'articles/../../x.mdx',
    'articles\\2019\\x.mdx',
    '.git/config',
    'linked/2019/x.mdx',
    'articles/2019/con.mdx',
  ]) {
    const { folder } = interrupted(t);
    symlinkSync(outside, path.join(folder, 'articles'));
    const files = { 'captures/2019/x.txt': sha256('capture'), [file]: sha256('precious') };
    for (const journal of [{ files }, { base: manifestId(folder), files }]) {
      writeFileSync(path.join(folder, JOURNAL_FILE), JSON.stringify(journal));
      assert.throws(
        () => undoInterrupted(folder, silent),
        /\.adding\.json(?:.|\n)*What to do: Find out/,
      );
      assert.throws(() => addFiles(folder, FILES, silent), /\.adding\.json/);
      assert.equal(readArchive(folder).problems.filter((p) => p.file === JOURNAL_FILE).length, 1);
    }
    assert.ok(existsSync(path.join(folder, 'captures/2019/x.txt')));
  }
  assert.equal(readFileSync(path.join(outside, 'thesis.txt'), 'utf8'), 'precious');
});

test('nothing is added through a link, nor under a name that no record has', (t) => {
  const [folder, outside] = [folderOf(t), folderOf(t)];
  symlinkSync(outside, path.join(folder, 'articles'));
  assert.throws(() => addFiles(folder, FILES, silent), /articles in the content folder is a link/);
  for (const file of ['../x', '.git/hooks/x', 'articles/2019/X.mdx', '/tmp/x', 'notes.txt']) {
    assert.throws(() => addFiles(folder, new Map([[file, 'x']]), silent), /cannot be added/);
  }
  assert.deepEqual(readdirSync(outside), ['archive.yml']);
});

test('a manifest with a line that cannot be read is never written over', (t) => {
  const folder = folderOf(t);
  addFiles(folder, new Map([['topics/a.yml', 'name: a\n']]), silent);
  const file = path.join(folder, MANIFEST_FILE);
  const text = readFileSync(file, 'utf8');
  const hash = '0'.repeat(64);
  for (const broken of [
    text.replaceAll('\n', '\r\n'),
    `<<<<<<< HEAD\n${text}=======\n>>>>>>> theirs\n`,
    `\uFEFF${text}`,
    `${text}garbage\n`,
    `${text}${hash}  topics/a.yml\n`,
    `${text}${hash}  ../outside\n`,
    `${text}${hash}  /etc/passwd\n`,
    `${text}${hash}  a\\b\n`,
    Buffer.from(text, 'utf16le').toString('latin1'),
  ]) {
    writeFileSync(file, broken);
    assert.throws(() => addFiles(folder, FILES, silent), /manifest-sha256\.txt:\d+\n/);
    assert.equal(readFileSync(file, 'utf8'), broken);
    assert.ok(readArchive(folder).problems.some((problem) => problem.file === MANIFEST_FILE));
  }
  writeFileSync(file, `${text}${text}`);
  addFiles(folder, FILES, silent);
  assertWhole(folder);
});

test('of many that add at once nobody loses a line of the manifest', async (t) => {
  const folder = folderOf(t);
  const script = path.join(import.meta.dirname, 'add-without-end-for-tests.ts');
  const ended = Array.from({ length: 6 }, (_, run) => {
    const child = spawn(process.execPath, [script, folder, String(run), '5'], { stdio: 'ignore' });
    return new Promise((resolve) => child.once('exit', resolve));
  });
  assert.deepEqual(await Promise.all(ended), [0, 0, 0, 0, 0, 0]);
  assert.equal([...assertWhole(folder)].filter((file) => file.startsWith('articles/')).length, 30);
});

test('killed at random moments, the record is whole each time', async (t) => {
  const folder = folderOf(t);
  addFiles(folder, new Map([['topics/a.yml', 'name: a\n']]), silent);
  const script = path.join(import.meta.dirname, 'add-without-end-for-tests.ts');
  let most = 0;
  for (let run = 0; run < 8; run++) {
    const child = spawn(process.execPath, [script, folder, String(run)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
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
  // Where the attributes are looked for is something that cannot be read.
  mkdirSync(path.join(folder, '.gitattributes'));
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
