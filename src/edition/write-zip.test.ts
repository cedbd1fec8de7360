import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { writeZip } from './write-zip.ts';

test('a ZIP depends on the names and bytes of its files alone, not on the clock', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-zip-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const made: Buffer[] = [];
  t.mock.timers.enable({ apis: ['Date'] });
  for (const now of ['2024-02-29', '2031-07-01T12:30', '1999-12-31T23:59:59']) {
    t.mock.timers.setTime(Date.parse(now));
    const file = path.join(folder, `${made.length}.zip`);
    const entries = ['index.html', 'a/picture.png'].map((name) => ({
      name,
      bytes: () => Buffer.from(`the bytes of ${name}`),
    }));
    await writeZip(file, entries, { folder: 'papers', manifest: 'manifest-sha256.txt' });
    made.push(readFileSync(file));
  }
  for (const other of made) assert.deepEqual(other, made[0]);
  // Time and date of the first file, as MS-DOS counts them (APPNOTE 4.4.6): midnight, 1 January 1980.
  const stamp = made[0]?.readUInt32LE(10);
  assert.equal(stamp, 0x21_00_00, 'another time than the oldest that a ZIP can hold');
});
