import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { lookAtContent } from './content-look.ts';
import { readArchive } from './read-archive.ts';
import { RecordCache } from './record-cache.ts';
import type { ArticleEntry } from './types.ts';

const SHIPPED = path.resolve(import.meta.dirname, '../../content');
/** Long enough after the copy that a stamp counts as settled. */
const later = () => Date.now() + 10_000;

function copyOf(t: TestContext): {
  content: string;
  read: (key?: string) => ReturnType<typeof readArchive>;
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-cache-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const content = path.join(folder, 'content');
  cpSync(SHIPPED, content, { recursive: true });
  return {
    content,
    read: (key = 'code') => {
      const cache = new RecordCache(
        path.join(folder, 'cache'),
        key,
        lookAtContent(content, later()),
      );
      const read = readArchive(content, cache);
      cache.save();
      return read;
    },
  };
}

/** Packed bodies are told by what they unpack to: bytes would be told one by one. */
const whole = (article: ArticleEntry) => ({ ...article, packed: undefined });
const plain = ({ record }: ReturnType<typeof readArchive>) =>
  JSON.parse(JSON.stringify({ ...record, articles: record?.articles.map(whole) }));

test('what is remembered is what was read', (t) => {
  const { content, read } = copyOf(t);
  const fresh = plain(readArchive(content));
  assert.deepEqual(plain(read()), fresh);
  assert.deepEqual(plain(read()), fresh);
  assert.deepEqual(plain(read('other code')), fresh);
});

test('an edit that keeps size and date of a file is seen', (t) => {
  const { content, read } = copyOf(t);
  read();
  const file = path.join(content, 'places/minsk.yml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('Minsk', 'Minks'));
  utimesSync(file, new Date(0), new Date(0));
  read();
  writeFileSync(file, text);
  utimesSync(file, new Date(0), new Date(0));
  const minsk = read().record?.authorities.places.find(({ id }) => id === 'minsk');
  assert.match(minsk?.data.name ?? '', /^Minsk/);
});

test('a capture that changed after it was remembered stops the build', (t) => {
  const { content, read } = copyOf(t);
  const capture = read().record?.articles[0]?.data.capture.file ?? '';
  const file = path.join(content, capture);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[a-z]/, 'X'));
  assert.match(read().problems[0]?.what ?? '', /has changed/);
});

test('a problem in a file that is remembered is told with its line', (t) => {
  const { content, read } = copyOf(t);
  const line = read().problems.length;
  assert.equal(line, 0);
  rmSync(path.join(content, 'places/minsk.yml'));
  const fresh = readArchive(content).problems;
  assert.ok(fresh.length > 0);
  assert.deepEqual(read().problems, fresh);
});
