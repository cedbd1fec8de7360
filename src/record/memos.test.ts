import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { memoOf, openMemos, saveMemos } from './memos.ts';

test('what was worked out is remembered as long as what it was made from is the same', (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-memos-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const refuse = () => assert.fail('It is remembered.');
  const build = (base: string, run: (memo: ReturnType<typeof memoOf>) => void) => {
    openMemos(folder, base);
    run(memoOf('sums'));
    saveMemos();
  };
  build('code', (memo) => {
    assert.deepEqual(
      memo.get('a', '1', () => new Map([['x', [1]]])),
      new Map([['x', [1]]]),
    );
    for (const name of ['b', 'c', 'что']) memo.get(name, '1', () => new Uint32Array([7, 8]));
    assert.equal(
      memo.get('d', '1', () => 'first'),
      'first',
    );
    assert.equal(
      memo.get('d', '2', () => 'second'),
      'second',
    );
  });
  const { ino } = statSync(path.join(folder, 'memos.bin'));
  build('code', () => undefined);
  assert.equal(statSync(path.join(folder, 'memos.bin')).ino, ino, 'nobody asked for anything');
  build('code', (memo) => {
    assert.deepEqual(memo.get('a', '1', refuse), new Map([['x', [1]]]));
    assert.equal(
      memo.get('c', '2', () => 'other'),
      'other',
    );
    assert.ok(memo.keeps('что', '1'));
    assert.ok(!memo.keeps('b', '2'));
    assert.deepEqual(memo.before.get('b')?.value, new Uint32Array([7, 8]));
  });
  build('code', (memo) => {
    assert.deepEqual(memo.get('что', '1', refuse), new Uint32Array([7, 8]));
    assert.equal(memo.get('c', '2', refuse), 'other');
    assert.equal(
      memo.before.get('b'),
      undefined,
      'nobody had asked for it while others were asked for',
    );
  });
  build('other code', (memo) => assert.equal(memo.before.get('a'), undefined));
});
