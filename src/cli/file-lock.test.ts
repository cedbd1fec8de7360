import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { withLock } from './file-lock.mjs';

describe('A lock', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-lock-'));
  after(() => rmSync(folder, { recursive: true }));

  it('lets one work after the other, and is gone when they end, even badly', async () => {
    const file = path.join(folder, 'turns');
    const seen: string[] = [];
    const work = (name: string) =>
      withLock(file, async () => {
        seen.push(`${name} begins`);
        await wait(20);
        seen.push(`${name} ends`);
        if (name === 'first') throw new Error('it fails');
      });
    const [first] = await Promise.allSettled([work('first'), work('second')]);
    assert.equal(first.status, 'rejected');
    assert.deepEqual(seen, ['first begins', 'first ends', 'second begins', 'second ends']);
    assert.ok(!existsSync(file));
  });

  it('of a process that was killed holds nobody up', async () => {
    const file = path.join(folder, 'left');
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(file, `${pid}\n`);
    assert.equal(await withLock(file, async () => 'worked'), 'worked');
  });
});
