import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { historyOf } from '../../src/cli/withdraw/history.ts';
import { historyWords } from '../../src/cli/withdraw/history-words.ts';
import { shinglesOf } from '../../src/model/shingles.ts';
import { sha256 } from '../../src/record/hash.ts';
import { tempFolder, write } from './temp-archive.ts';

const FILES = ['articles/2019/x.mdx', 'captures/2019/x.txt'] as const;
const TEXT = Array.from(
  { length: 12 },
  (_, at) =>
    `The keeper of lamp ${at} wrote down every ship${at} that passed the long mole${at} before the storm${at} came.`,
);
const WORDS = new Set(TEXT.flatMap((text) => shinglesOf(text)));
const CAPTURE = `${TEXT.join('\n')}\nMenu`;
const SOUGHT = { files: [...FILES], hashes: [sha256(CAPTURE)], words: WORDS };
const hasGit = (process.env['PATH'] ?? '')
  .split(path.delimiter)
  .some((folder) => existsSync(path.join(folder, 'git')));
const skip = hasGit ? false : 'there is no Git here';

function repository(t: TestContext) {
  const root = tempFolder(t);
  const content = path.join(root, 'content');
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args],
      { encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] },
    ).trim();
  git('init', '--quiet');
  const commit = (message: string) => {
    git('add', '--all');
    git('commit', '--quiet', '-m', message);
  };
  const idOf = (file: string) => git('rev-parse', `:content/${file}`);
  return {
    content,
    git,
    commit,
    idOf,
    put: (file: string, text: string | Uint8Array) => write(content, file, text),
  };
}

test('every version that was ever committed is named, and no other file', { skip }, async (t) => {
  const { content, git, commit, put } = repository(t);
  for (const words of ['first', 'second']) {
    put(FILES[0], `entry ${words}`);
    put(FILES[1], 'capture');
    put('people/y.yml', words);
    commit(words);
  }
  const history = await historyOf(content, SOUGHT);
  const texts = history?.blobs.map(({ id }) => git('cat-file', '-p', id)).sort();
  assert.deepEqual(texts, ['capture', 'entry first', 'entry second']);
  const lines = historyWords(history, FILES);
  for (const { id } of history?.blobs ?? []) assert.ok(lines.some((line) => line.includes(id)));
});

test('the text is found under earlier names, in every corner of the history and in every form', {
  skip,
}, async (t) => {
  const { content, git, commit, put, idOf } = repository(t);
  const held: string[] = [];
  const enter = (file: string) => held.push(idOf(file));
  const body = TEXT.join('\n\n');
  put('archive.yml', 'title: x');
  commit('begin');
  git('branch', '-M', 'main');
  put('articles/2018/earlier.mdx', `---\ntitle: x\n---\n\n${body}\n`);
  put('captures/2018/earlier.txt', CAPTURE);
  put('notes/draft.txt', `${TEXT.slice(0, 2).join(' ')}`);
  put('packed.html.gz', gzipSync(`<p>${TEXT.join('</p><p>')}</p>`));
  put('old.html', Buffer.from(`<meta charset="utf-16le">${body}`, 'utf16le'));
  commit('one');
  for (const file of [
    'articles/2018/earlier.mdx',
    'captures/2018/earlier.txt',
    'notes/draft.txt',
    'packed.html.gz',
    'old.html',
  ])
    enter(file);
  for (const file of ['notes/draft.txt', 'packed.html.gz', 'old.html'])
    rmSync(path.join(content, file));
  write(content, 'articles/2019/.keep', '');
  write(content, 'captures/2019/.keep', '');
  renameSync(path.join(content, 'articles/2018/earlier.mdx'), path.join(content, FILES[0]));
  renameSync(path.join(content, 'captures/2018/earlier.txt'), path.join(content, FILES[1]));
  put(FILES[0], `---\ntitle: y\nplaces: []\n---\n\n${body.replace('lamp 3', 'lamp three')}\n`);
  commit('moved and edited');
  enter(FILES[0]);
  // Another branch, a tag that nothing else leads to, a stash, a note, and what nothing refers to.
  git('checkout', '--quiet', '-b', 'other');
  put('articles/2017/other.mdx', `${body}\n\nOn another branch.`);
  commit('other');
  enter('articles/2017/other.mdx');
  put('articles/2017/tagged.mdx', `Only tagged.\n\n${body}`);
  commit('tagged');
  enter('articles/2017/tagged.mdx');
  git('tag', 'kept');
  git('reset', '--quiet', '--hard', 'HEAD~1');
  put('articles/2017/other.mdx', `${body}\n\nIn a stash.`);
  git('add', '--all');
  enter('articles/2017/other.mdx');
  git('stash', '--quiet');
  git('checkout', '--quiet', 'main');
  git('notes', 'add', '-m', `Noted: ${TEXT.join(' ')}`, 'HEAD');
  held.push(git('notes', 'list', 'HEAD'));
  held.push(
    execFileSync('git', ['-C', content, 'hash-object', '-w', '--stdin'], {
      input: `lost ${body}`,
      encoding: 'utf8',
    }).trim(),
  );
  git('commit', '--quiet', '--allow-empty', '-m', `Quoting: ${TEXT[4]}`);
  const message = git('rev-parse', 'HEAD');
  // What others still need, and what only quotes it, are for a person to judge.
  put(
    'dossiers/guide.mdx',
    `A guide of many words of its own that quotes one sentence, as guides do: ${TEXT[5]} And it goes on for a while in its own words after that one.`,
  );
  put('captures/2019/same.txt', CAPTURE);
  commit('guide');
  const history = await historyOf(content, SOUGHT);
  const found = new Set(history?.blobs.map(({ id }) => id));
  const partly = new Set(history?.partly.map(({ id }) => id));
  const capture = idOf('captures/2019/same.txt');
  assert.deepEqual(
    held.filter((id) => !found.has(id)),
    [capture],
  );
  assert.deepEqual([...partly].sort(), [capture, idOf('dossiers/guide.mdx')].sort());
  assert.ok(!found.has(idOf('archive.yml')));
  assert.deepEqual(history?.messages, [message]);
  assert.equal(history?.unseen, 0);
  const lines = historyWords(history, FILES).join('\n');
  for (const id of [...held, ...partly, message]) assert.ok(lines.includes(id), id);
});

test('without time for it the search says that it has not seen everything', { skip }, async (t) => {
  const { content, commit, put } = repository(t);
  for (let at = 0; at < 20; at++) put(`people/${at}.yml`, `name: ${at}`);
  commit('one');
  const history = await historyOf(content, { ...SOUGHT, seconds: 0 });
  assert.notEqual(history?.unseen, 0);
  assert.match(historyWords(history, FILES).join('\n'), /could not be looked at/);
});

test('where there is no version control, copies are spoken of instead', async (t) => {
  const folder = tempFolder(t);
  assert.match(historyWords(undefined, FILES).join('\n'), /none was found here.*backups/s);
  assert.equal(await historyOf(path.join(folder, 'nowhere'), SOUGHT), undefined);
});
