import assert from 'node:assert/strict';
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { promisify } from 'node:util';
import { ArchiveBusy, withArchiveLock, withArchiveLockAsync } from './archive-lock.ts';
import { listFiles } from './content-files.ts';
import { holderOf, LOCK, releaseLock, takeLock } from './lock-folder.ts';
import { type Holder, thisHolder } from './lock-holder.ts';

const SCRIPT = path.join(import.meta.dirname, 'hold-lock-for-tests.ts');
const silent = { tell: () => {}, waitMs: 400 };

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-lock-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function holding(t: TestContext, folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [SCRIPT, folder, 'hold'], { stdio: 'pipe' });
  t.after(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

function lockedBy(folder: string, change: Partial<Holder>): void {
  const lock = path.join(folder, LOCK);
  mkdirSync(lock);
  const holder = { ...thisHolder('some-id', 'add'), ...change };
  writeFileSync(path.join(lock, 'holder.json'), JSON.stringify(holder));
}

test('while something runs under the lock the folder names its holder, and afterwards nothing is left', (t) => {
  const folder = folderOf(t);
  const result = withArchiveLock(folder, 'seal', () => {
    const holder = holderOf(folder) as Holder;
    assert.deepEqual([holder.command, holder.process], ['seal', process.pid]);
    assert.deepEqual(listFiles(folder), { files: [], problems: [] });
    return 7;
  });
  assert.equal(result, 7);
  assert.deepEqual(readdirSync(folder), []);
  assert.throws(() => withArchiveLock(folder, 'x', () => assert.fail('thrown')), /thrown/);
  assert.deepEqual(readdirSync(folder), []);
});

test('a second command waits, says for whom, and gives up in plain words', async (t) => {
  const folder = folderOf(t);
  const child = await holding(t, folder);
  const told: string[] = [];
  const options = { tell: (line: string) => told.push(line), waitMs: 600 };
  assert.throws(
    () => withArchiveLock(folder, 'seal', () => assert.fail('ran'), options),
    (error) => error instanceof ArchiveBusy && /Nothing was done/.test(error.message),
  );
  assert.equal(told.length, 1);
  assert.match(
    told[0] ?? '',
    new RegExp(
      `^Waiting for \`hold\` \\(process ${child.pid}, since \\d\\d:\\d\\d:\\d\\d\\) to finish with this archive …$`,
    ),
  );
});

test('a link to the folder, and the folder under another name, are the same archive', async (t) => {
  const [folder, other] = [folderOf(t), folderOf(t)];
  symlinkSync(folder, path.join(other, 'link'));
  await holding(t, path.join(other, 'link'));
  assert.throws(() => withArchiveLock(folder, 'seal', () => 0, silent), ArchiveBusy);
  renameSync(folder, path.join(other, 'renamed'));
  assert.throws(
    () => withArchiveLock(path.join(other, 'renamed'), 'seal', () => 0, silent),
    ArchiveBusy,
  );
});

test('a stopped process still holds its lock; a killed one does not', async (t) => {
  const folder = folderOf(t);
  const child = await holding(t, folder);
  child.kill('SIGSTOP');
  assert.throws(() => withArchiveLock(folder, 'seal', () => 0, silent), ArchiveBusy);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  assert.equal(
    withArchiveLock(folder, 'seal', () => 1, silent),
    1,
  );
});

test('of ten that count at once under the lock none counts in vain, though some are killed', async (t) => {
  const folder = folderOf(t);
  const file = path.join(folder, 'number');
  writeFileSync(file, '0');
  const run = promisify(execFile);
  await Promise.all(
    Array.from({ length: 10 }, async (_, at) => {
      if (at % 3 === 0) await run(process.execPath, [SCRIPT, folder, 'end']).catch(() => {});
      else await run(process.execPath, [SCRIPT, folder, 'count', file, '20']);
    }),
  );
  assert.equal(readFileSync(file, 'utf8'), '120');
});

test('a process that has the number of one that ended is not taken for it', (t) => {
  const folder = folderOf(t);
  if (thisHolder('', '').started === undefined) return t.skip('the system does not say');
  lockedBy(folder, { process: process.ppid, started: 'another time' });
  assert.equal(
    withArchiveLock(folder, 'seal', () => 1, silent),
    1,
  );
});

test('the lock of another machine, or of nobody who can be read, is never taken over, and how to remove it is said', (t) => {
  for (const change of [{ host: 'elsewhere' }, { id: undefined }, { machine: 'another' }]) {
    const folder = folderOf(t);
    lockedBy(folder, { process: 2 ** 22 + 1, ...change } as Partial<Holder>);
    assert.throws(
      () => withArchiveLock(folder, 'seal', () => 0, silent),
      (error: Error) => error.message.includes(`remove the folder ${path.join(folder, LOCK)}`),
    );
    assert.ok(existsSync(path.join(folder, LOCK)));
  }
});

test('who decided that a holder has ended, and comes late, does not take the lock of the next one away', (t) => {
  const folder = folderOf(t);
  const holder = takeLock(folder, 'first');
  assert.ok(holder);
  const remains = path.join(folder, `${LOCK}-${holder.id}`);
  renameSync(path.join(folder, LOCK), remains);
  const next = takeLock(folder, 'next');
  assert.ok(next);
  assert.throws(() => renameSync(path.join(folder, LOCK), remains));
  assert.deepEqual(holderOf(folder), next);
  releaseLock(folder, holder.id);
  assert.deepEqual(holderOf(folder), next);
});

test('inside of the lock it is not waited for again, by this process or by one that it starts', async (t) => {
  const folder = folderOf(t);
  await withArchiveLockAsync(folder, 'build', async () => {
    assert.equal(
      withArchiveLock(folder, 'seal', () => 1, silent),
      1,
    );
    await promisify(execFile)(process.execPath, [SCRIPT, folder, 'count', countIn(folder)]);
    assert.ok(existsSync(path.join(folder, LOCK)), 'it is still held');
  });
  assert.ok(!existsSync(path.join(folder, LOCK)));
  assert.equal(process.env['ARCHIVE_LOCKS_HELD'], undefined);
});

function countIn(folder: string): string {
  const file = path.join(folder, 'number');
  writeFileSync(file, '0');
  return file;
}

test('tasks of one process wait for one another; what cannot wait is refused', async (t) => {
  const folder = folderOf(t);
  const order: string[] = [];
  const first = withArchiveLockAsync(folder, 'one', async () => {
    order.push('one begins');
    await new Promise((resolve) => setTimeout(resolve, 50));
    order.push('one ends');
  });
  const second = withArchiveLockAsync(folder, 'two', async () => {
    order.push('two');
  });
  assert.throws(() => withArchiveLock(folder, 'three', () => 0, silent), ArchiveBusy);
  await Promise.all([first, second]);
  assert.deepEqual(order, ['one begins', 'one ends', 'two']);
});

test('a folder that is not there, or can only be read, is worked with all the same', (t) => {
  const folder = folderOf(t);
  assert.equal(
    withArchiveLock(path.join(folder, 'none'), 'build', () => 1),
    1,
  );
  // Nobody can write here, not even root.
  if (process.platform !== 'linux') return;
  assert.equal(
    withArchiveLock('/proc/self', 'build', () => 1, silent),
    1,
  );
});

test('git takes no notice of a lock', (t) => {
  const folder = folderOf(t);
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();
  git('init', '-q');
  takeLock(folder, 'add');
  cpSync(path.join(folder, LOCK), path.join(folder, `${LOCK}-x`), { recursive: true });
  assert.equal(git('status', '--porcelain'), '');
});
