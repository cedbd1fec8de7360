import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { historyOf, historyWords } from '../../src/cli/withdraw/history.ts';
import { tempFolder, write } from './temp-archive.ts';

const FILES = ['articles/2019/x.mdx', 'captures/2019/x.txt'];
const hasGit = (process.env['PATH'] ?? '')
  .split(path.delimiter)
  .some((folder) => existsSync(path.join(folder, 'git')));

test('every version that was ever committed is named, and no other file', {
  skip: hasGit ? false : 'there is no Git here',
}, (t) => {
  const folder = tempFolder(t);
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args],
      {
        encoding: 'utf8',
      },
    );
  git('init', '--quiet');
  const content = path.join(folder, 'content');
  for (const words of ['first', 'second']) {
    write(content, FILES[0] ?? '', `entry ${words}`);
    write(content, FILES[1] ?? '', 'capture');
    write(content, 'people/y.yml', words);
    git('add', '--all');
    git('commit', '--quiet', '-m', words);
  }
  const history = historyOf(content, FILES);
  const texts = history?.blobs.map((id) => git('cat-file', '-p', id)).sort();
  assert.deepEqual(texts, ['capture', 'entry first', 'entry second']);
  const lines = historyWords(history, FILES);
  for (const id of history?.blobs ?? []) assert.ok(lines.some((line) => line.includes(id)));
});

test('where there is no version control, copies are spoken of instead', (t) => {
  const folder = tempFolder(t);
  assert.match(historyWords(undefined, FILES).join('\n'), /none was found here.*backups/s);
  assert.equal(historyOf(path.join(folder, 'nowhere'), FILES), undefined);
});
