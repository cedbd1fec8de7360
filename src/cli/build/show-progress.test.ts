import assert from 'node:assert/strict';
import { test } from 'node:test';
import { progressWords } from './progress-words.ts';
import { showProgress } from './show-progress.ts';

function watch(isTTY: boolean) {
  const written: string[] = [];
  let now = 0;
  const progress = showProgress({ isTTY, write: (text) => written.push(text) }, () => now);
  progress.begin('Pages', 100);
  for (let step = 0; step < 100; step++) {
    now += 100;
    progress.step();
  }
  progress.end();
  return written;
}

test('in CI a long phase is told in one line', () => {
  assert.deepEqual(watch(false), ['Pages: 15 of 100, about 9 s left\n']);
});

test('on a terminal the line is written over, and wiped at the end', () => {
  const written = watch(true);
  assert.ok(written.length > 10 && written.every((text) => text.startsWith('\r')));
  assert.equal(written.at(-1), '\r\u001B[K');
});

test('a short phase is not told at all', () => {
  const written: string[] = [];
  const progress = showProgress({ write: (text) => written.push(text) }, () => 0);
  progress.begin('Pages', 2);
  progress.step(2);
  progress.end();
  assert.deepEqual(written, []);
});

test('the time left is told in minutes when it is long', () => {
  const words = progressWords('Pages', { done: 10, total: 1010, milliseconds: 2000 });
  assert.equal(words, 'Pages: 10 of 1,010, about 4 min left');
  assert.equal(progressWords('Record', { done: 10, total: 0, milliseconds: 5 }), 'Record: 10');
});
