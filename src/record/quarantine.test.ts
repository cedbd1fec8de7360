import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyOfBase, replace, write } from '../../tests/unit/temp-archive.ts';
import { readSound } from './quarantine.ts';

const FERRY = 'articles/1998/ferry-returns-to-lindmar.mdx';
const MILL = 'articles/2003/council-votes-on-the-old-mill.mdx';

function soundIds(folder: string): { articles: string[]; out: string[]; digest: string } {
  const { record, problems } = readSound(folder);
  assert.ok(record, problems.map(({ what }) => what).join(' '));
  return {
    articles: record.articles.map(({ id }) => id),
    out: [...new Set(record.leftOut.map(({ file }) => file))].sort(),
    digest: record.digest,
  };
}

test('an entry with a problem is left out, and the rest is read', (t) => {
  const folder = copyOfBase(t);
  const whole = soundIds(folder);
  assert.deepEqual(whole.out, []);
  replace(folder, FERRY, 'date: 1998-05-02', 'date: 1998-02-30');
  const { articles, out, digest } = soundIds(folder);
  assert.deepEqual(articles, ['2003/council-votes-on-the-old-mill']);
  assert.deepEqual(out, [FERRY]);
  assert.notEqual(digest, whole.digest);
});

test('what names a record that is out is out as well, and says why', (t) => {
  const folder = copyOfBase(t);
  write(folder, 'people/tomas-okell.yml', 'name: Tomas Okell\nage: 50\n');
  const { articles, out } = soundIds(folder);
  assert.deepEqual(articles, ['2003/council-votes-on-the-old-mill']);
  assert.deepEqual(out, [FERRY, 'people/tomas-okell.yml']);
});

test('of two that claim one thing both are out: which one is right would be a guess', (t) => {
  const folder = copyOfBase(t);
  write(folder, 'people/anna-brenner.yml', 'name: Ada Brenner\n');
  const { record } = readSound(folder);
  const known = record?.authorities.people.map(({ id }) => id);
  assert.deepEqual(known, ['mira-sand', 'tomas-okell']);
  assert.deepEqual(record?.articles, []);

  const circle = copyOfBase(t);
  replace(circle, MILL, 'dateline:', 'aliases: [/articles/1998/ferry-returns.html]\ndateline:');
  assert.deepEqual(soundIds(circle).articles, []);
});

test('a missing or changed capture takes its article out, a stray file only itself', (t) => {
  const folder = copyOfBase(t);
  replace(folder, 'captures/1998/ferry-returns-to-lindmar.txt', '212', '213');
  write(folder, 'draft.mdx', 'Not yet.\n');
  const { articles, out } = soundIds(folder);
  assert.deepEqual(articles, ['2003/council-votes-on-the-old-mill']);
  assert.deepEqual(out, [FERRY, 'draft.mdx']);
});

test('without settings nothing can be built', (t) => {
  const folder = copyOfBase(t);
  replace(folder, FERRY, 'date: 1998-05-02', 'date: 1998-02-30');
  write(folder, 'archive.yml', 'title: A\n');
  const { record, problems } = readSound(folder);
  assert.equal(record, undefined);
  assert.ok(problems.some(({ file }) => file === FERRY));
  assert.ok(problems.some(({ file }) => file === 'archive.yml'));
});
