import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { manifestRule } from '../../src/cli/verify/content/manifest.ts';
import { listFiles } from '../../src/record/content-files.ts';
import { tempFolder } from './temp-archive.ts';

const SHIPPED = path.resolve(import.meta.dirname, '../../content');
const FLIPS = 100;

/** Numbers that look random and are the same at every run (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What `sha256sum` finds wrong, with no tool of ours; undefined where there is no such command. */
function bySha256sum(folder: string): string[] | undefined {
  const { stdout, error } = spawnSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (error !== undefined) return undefined;
  return [...stdout.matchAll(/^(.*): FAILED$/gm)].map(([, file = '']) => file);
}

test(`each of ${FLIPS} bits flipped in captures and entries is named, and sha256sum says the same`, (t) => {
  const folder = path.join(tempFolder(t), 'content');
  cpSync(SHIPPED, folder, { recursive: true });
  assert.deepEqual(manifestRule({ folder }), []);
  assert.deepEqual(bySha256sum(folder) ?? [], []);
  const files = listFiles(folder).files.filter((file) => /^(?:articles|captures)\//.test(file));
  const pick = random(20_261_121);
  const seen = new Set<string>();
  for (let flip = 0; flip < FLIPS; flip++) {
    const file = files[pick(files.length)] ?? '';
    const name = path.join(folder, file);
    const good = readFileSync(name);
    const bad = Buffer.from(good);
    const at = pick(bad.length);
    bad[at] = (bad[at] ?? 0) ^ (1 << pick(8));
    writeFileSync(name, bad);
    assert.deepEqual(
      manifestRule({ folder }).map((finding) => finding.file),
      [file],
      `byte ${at} of ${file}`,
    );
    const other = bySha256sum(folder);
    if (other !== undefined) assert.deepEqual(other, [file]);
    writeFileSync(name, good);
    seen.add(`${file} ${at}`);
  }
  assert.ok(seen.size > FLIPS * 0.9);
});
