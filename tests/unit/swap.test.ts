import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { recoverSite } from '../../src/record/recover-site.ts';
import { tempFolder, write } from './temp-archive.ts';

const SWAP = path.resolve(import.meta.dirname, '../../src/integrations/build/replace-site.ts');

/** A program that swaps sites and kills itself before the nth call that changes the disk. */
const PROGRAM = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const [swap, staging, out, most, fixed] = process.argv.slice(1);
let left = Number(most);
for (const name of ['renameSync', 'rmSync', 'rmdirSync', 'unlinkSync', 'cpSync', 'copyFileSync', 'linkSync', 'mkdirSync', 'writeFileSync', 'symlinkSync']) {
  const call = fs[name];
  fs[name] = (...args) => {
    if (left-- <= 0) process.kill(process.pid, 'SIGKILL');
    // A mount point can't be renamed, and nothing from elsewhere can be moved into it.
    const isFixed = name === 'renameSync' && (args[0] === fixed || args[0] === staging);
    if (fixed !== undefined && isFixed) throw Object.assign(new Error('fixed'), { code: 'EBUSY' });
    return call(...args);
  };
}
syncBuiltinESMExports();
const { replaceSite } = await import(swap);
replaceSite(staging, out);
`;

function makeSite(folder: string, words: string): void {
  for (const file of ['index.html', 'people/a.html', `people/${words}.html`]) {
    write(folder, file, words);
  }
}

/** The words of a site whose files all have them; undefined for a mix, for a part and for nothing. */
function siteAt(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  const words = new Set(
    files.map((file) => readFileSync(path.join(file.parentPath, file.name), 'utf8')),
  );
  return files.length === 3 && words.size === 1 ? [...words][0] : undefined;
}

for (const [what, isFixed] of [
  ['a folder', false],
  ['a mount point', true],
] as const) {
  test(`a swap of ${what} that is killed before any of its steps leaves the old site or the new one, whole`, (t) => {
    let killed = 0;
    for (let steps = 0; ; steps++) {
      const folder = tempFolder(t);
      const [out, staging] = [path.join(folder, 'dist'), path.join(folder, 'dist.building-1')];
      makeSite(out, 'old');
      makeSite(staging, 'new');
      const { signal, stderr } = spawnSync(
        process.execPath,
        [
          ...['--input-type=module', '-e', PROGRAM, pathToFileURL(SWAP).href],
          ...[staging, out, String(steps), ...(isFixed ? [out] : [])],
        ],
        { encoding: 'utf8' },
      );
      assert.equal(stderr, '');
      recoverSite(out);
      const found = siteAt(out);
      if (signal === null) {
        assert.equal(found, 'new');
        break;
      }
      killed++;
      assert.ok(found === 'old' || found === 'new', `killed before step ${steps + 1}: ${found}`);
    }
    assert.ok(killed >= (isFixed ? 10 : 2), `killed ${killed} times`);
  });
}
