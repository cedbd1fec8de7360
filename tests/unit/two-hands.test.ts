import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { repairArchive } from '../../src/cli/repair/repair-archive.ts';
import { sealFiles } from '../../src/cli/seal/seal-files.ts';
import { manifestRule } from '../../src/cli/verify/content/manifest.ts';
import { addFiles } from '../../src/record/add-files.ts';
import { sha256 } from '../../src/record/hash.ts';
import { MANIFEST_FILE, manifestText } from '../../src/record/manifest.ts';
import { readArchive } from '../../src/record/read-archive.ts';
import { withdrawFiles } from '../../src/record/withdraw-files.ts';
import { copyOfBase, replace, tempFolder } from './temp-archive.ts';

const silent = () => {};
const DAY = '2026-11-30';
const FERRY = 'articles/1998/ferry-returns-to-lindmar.mdx';
const CAPTURE = 'captures/1998/ferry-returns-to-lindmar.txt';

/** Two people with a clone each of the same archive. */
interface Hands {
  readonly one: string;
  readonly two: string;
}

function git(folder: string, ...args: string[]): string {
  const who = ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

function commit(folder: string): void {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'x');
}

/** @param attributes whether the archive has been written to by a command that gives it `.gitattributes` */
function hands(t: TestContext, attributes = true): Hands {
  const one = copyOfBase(t);
  if (attributes) sealFiles(one, undefined, { day: DAY }, silent);
  git(one, 'init', '-q', '-b', 'main');
  commit(one);
  const two = path.join(tempFolder(t), 'two');
  git(one, 'clone', '-q', one, two);
  return { one, two };
}

/** Adds an article with a capture, and an outlet that both people may need. */
function add(folder: string, name: string): void {
  const capture = `captures/1998/${name}.txt`;
  const entry = readFileSync(path.join(folder, FERRY), 'utf8')
    .replace(CAPTURE, capture)
    .replace(/\naliases:\n(?: .*\n)+/, '\n')
    .replace(/sha256: [0-9a-f]{64}/, `sha256: ${sha256(name)}`);
  const files = new Map([
    [capture, name],
    [`articles/1998/${name}.mdx`, entry],
    ['topics/new.yml', 'name: New\n'],
  ]);
  const isNew = manifestText(folder)?.includes('topics/new.yml') === false;
  if (!isNew) files.delete('topics/new.yml');
  addFiles(folder, files, silent);
}

function assertSound(folder: string): void {
  assert.deepEqual(readArchive(folder).problems, []);
  assert.deepEqual(manifestRule({ folder }), []);
}

for (const way of ['--no-rebase', '--rebase']) {
  test(`two people who add articles merge without a conflict, and what comes out is sound: git pull ${way}`, (t) => {
    const { one, two } = hands(t);
    for (const name of ['ferry-a', 'ferry-c', 'zebra']) add(one, name);
    for (const name of ['ferry-b', 'aardvark', 'ferry-d']) add(two, name);
    commit(one);
    commit(two);
    git(two, 'pull', '-q', '--no-edit', way);
    assert.equal(git(two, 'status', '--porcelain'), '');
    assertSound(two);
    assert.equal(readArchive(two).record?.articles.length, 8);
    add(two, 'after');
    assertSound(two);
    const lines = manifestText(two)?.trimEnd().split('\n') ?? [];
    assert.equal(new Set(lines).size, lines.length, 'the next addition writes each line once');
  });
}

test('an article withdrawn by one and articles added beside it by another: the capture stays gone', (t) => {
  const { one, two } = hands(t);
  const text = readFileSync(path.join(one, FERRY), 'utf8').split('---')[1] ?? '';
  const reason = `access: withdrawn\nwithdrawn: { date: "${DAY}", reason: "Its subject asked for it to be taken down." }\n`;
  withdrawFiles(one, {
    entry: { file: FERRY, text: `---${text}${reason}---\n` },
    remove: [CAPTURE],
  });
  commit(one);
  add(two, 'ferry-returns-to-lindmar-2');
  commit(two);
  git(two, 'pull', '-q', '--no-edit', '--no-rebase');
  repairArchive(two, silent);
  assertSound(two);
  assert.ok(!manifestText(two)?.includes(CAPTURE));
  assert.equal(readArchive(two).record?.withdrawn.length, 1);
});

test('a merge that left its markers in the manifest stops every command, and repair keeps both sides', (t) => {
  const { one, two } = hands(t, false);
  for (const folder of [one, two]) rmSync(path.join(folder, '.gitattributes'), { force: true });
  for (const [folder, names] of [
    [one, ['a', 'c']],
    [two, ['b', 'd']],
  ] as const) {
    for (const name of names) add(folder, name);
    rmSync(path.join(folder, '.gitattributes'));
    commit(folder);
  }
  for (const style of ['merge', 'diff3', 'zdiff3']) {
    git(two, 'reset', '-q', '--hard');
    rmSync(path.join(two, '.gitattributes'), { force: true });
    git(two, 'fetch', '-q');
    assert.throws(() => git(two, '-c', `merge.conflictStyle=${style}`, 'merge', 'origin/main'));
    const text = manifestText(two) ?? '';
    assert.match(text, /^<{7}/m);
    for (const command of [
      () => addFiles(two, new Map([['topics/x.yml', 'name: X\n']]), silent),
      () => sealFiles(two, [FERRY], { day: DAY }, silent),
      () => withdrawFiles(two, { entry: { file: FERRY, text: 'x' }, remove: [CAPTURE] }),
    ]) {
      assert.throws(command, /manifest-sha256\.txt:\d+\n.*merge.*\n.*\n.*npm run repair/);
      assert.equal(manifestText(two), text);
    }
    const { report, left } = repairArchive(two, silent);
    assert.match(report.join('\n'), /kept the lines of both sides/);
    assert.deepEqual(left, []);
    assertSound(two);
    assert.equal(readArchive(two).record?.articles.length, 6);
    git(two, 'merge', '--abort');
  }
});

test('one file edited on both sides: repair takes the line that is true, or says that a person must look', (t) => {
  const { one, two } = hands(t);
  const file = 'people/ada-brenner.yml';
  replace(one, file, 'Reporter', 'Editor');
  replace(two, file, 'Reporter', 'Writer');
  for (const folder of [one, two]) {
    sealFiles(folder, [file], { day: DAY }, silent);
    commit(folder);
  }
  assert.throws(() => git(two, 'pull', '-q', '--no-edit', '--no-rebase'));
  git(two, 'checkout', '--theirs', file);
  assert.match(readArchive(two).problems[0]?.what ?? '', /another hash than an earlier line/);
  assert.deepEqual(repairArchive(two, silent).left, []);
  assertSound(two);
  git(two, 'checkout', '-q', '-m', '--', MANIFEST_FILE);
  writeFileSync(path.join(two, MANIFEST_FILE), `${manifestText(two)}${'0'.repeat(64)}  ${file}\n`);
  replace(two, file, 'Editor', 'Editor and writer');
  assert.match(repairArchive(two, silent).left[0]?.remedy ?? '', /npm run seal -- people\/ada/);
  sealFiles(two, [file], { day: DAY }, silent);
  assertSound(two);
});

test('a clone of Windows keeps every byte; one of an archive without attributes is repaired to the last', (t) => {
  for (const attributes of [true, false]) {
    const { one } = hands(t, attributes);
    const clone = path.join(tempFolder(t), 'clone');
    git(one, '-c', 'core.autocrlf=true', 'clone', '-q', '-c', 'core.autocrlf=true', one, clone);
    if (!attributes) {
      assert.match(manifestText(clone) ?? '', /\r\n/);
      assert.throws(() => addFiles(clone, new Map([['topics/x.yml', 'x']]), silent), /CR LF/);
      const { report, left } = repairArchive(clone, silent);
      assert.deepEqual(left, []);
      assert.ok(report.length > 10);
    }
    assertSound(clone);
    assert.equal(manifestText(clone), manifestText(one));
    assert.equal(
      readFileSync(path.join(clone, CAPTURE), 'utf8'),
      readFileSync(path.join(one, CAPTURE), 'utf8'),
    );
  }
});

test('a keeper’s own .gitattributes stays, and what is missing in it is said', (t) => {
  const folder = copyOfBase(t);
  const file = path.join(folder, '.gitattributes');
  writeFileSync(file, '* text=auto\r\n');
  const told: string[] = [];
  addFiles(folder, new Map([['topics/x.yml', 'name: X\n']]), (line) => told.push(line));
  assert.match(told.join(), /your own and was kept.*\/captures\/\*\* -text/);
  assert.equal(readFileSync(file, 'utf8'), '* text=auto\r\n');
  const advice = manifestRule({ folder });
  assert.deepEqual(
    advice.map((finding) => [finding.file, finding.advice]),
    [['.gitattributes', true]],
  );
  assert.deepEqual(readArchive(folder).problems, []);
});
