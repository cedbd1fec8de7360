import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import {
  leaveOutWithdrawn,
  leftOutWords,
  readStones,
} from '../../src/cli/restore/leave-out-withdrawn.ts';
import { manifestRule } from '../../src/cli/verify/content/manifest.ts';
import { planWithdrawal } from '../../src/cli/withdraw/plan.ts';
import { recordHeader, recordLine } from '../../src/formats/data/record-lines.ts';
import { listFiles } from '../../src/record/content-files.ts';
import { sha256 } from '../../src/record/hash.ts';
import { formatManifest, hashFile, MANIFEST_FILE } from '../../src/record/manifest.ts';
import { readArchive } from '../../src/record/read-archive.ts';
import { withdrawFiles } from '../../src/record/withdraw-files.ts';
import { copyOfBase, recordOf, tempFolder, write } from './temp-archive.ts';

const ID = '1998/ferry-returns-to-lindmar';
const ASKED = { help: false, yes: true, dryRun: false, keepTitle: false, outlet: undefined };

function seal(folder: string): void {
  const files = listFiles(folder).files.filter((file) => file !== MANIFEST_FILE);
  const manifest = new Map(files.map((file) => [file, hashFile(folder, file)]));
  writeFileSync(path.join(folder, MANIFEST_FILE), formatManifest(manifest));
}

/** A content folder as it was, and as it is after a withdrawal. */
async function copies(t: TestContext): Promise<{ old: string; newer: string }> {
  const old = copyOfBase(t);
  seal(old);
  const newer = path.join(tempFolder(t), 'content');
  cpSync(old, newer, { recursive: true });
  const { articles } = readArchive(newer, undefined, { whole: true });
  const reason = 'Its author asked for the text to be taken down.';
  const plan = await planWithdrawal(newer, articles, { ...ASKED, id: ID, reason }, '2026-01-31');
  withdrawFiles(newer, plan.withdrawal);
  return { old, newer };
}

test('an older copy is restored without what a newer one has withdrawn', async (t) => {
  const { old, newer } = await copies(t);
  const left = leaveOutWithdrawn(old, await readStones(newer));
  assert.deepEqual(left, { replaced: [`articles/${ID}.mdx`], removed: [] });
  assert.ok(!existsSync(path.join(old, `captures/${ID}.txt`)));
  assert.equal(recordOf(old).digest, recordOf(newer).digest);
  assert.deepEqual(manifestRule({ folder: old }), []);
});

test('the newer copy may be that of a site, and the text may be under another name', async (t) => {
  const { old, newer } = await copies(t);
  const text = readFileSync(path.join(old, `articles/${ID}.mdx`), 'utf8');
  write(
    old,
    'articles/1998/moved.mdx',
    text.replace(/aliases:\n.*\n/, '').replaceAll(`captures/${ID}`, 'captures/1998/moved'),
  );
  cpSync(path.join(old, `captures/${ID}.txt`), path.join(old, 'captures/1998/moved.txt'));
  seal(old);
  const site = tempFolder(t);
  const { settings } = recordOf(newer);
  const lines = listFiles(newer).files.map((file) => {
    const bytes = readFileSync(path.join(newer, file), 'utf8');
    return recordLine({ path: file, sha256: sha256(bytes), text: bytes });
  });
  write(site, 'data/record.ndjson', [recordHeader(settings, lines.length), ...lines].join(''));
  const left = leaveOutWithdrawn(old, await readStones(site));
  assert.deepEqual(left, {
    replaced: [`articles/${ID}.mdx`],
    removed: ['articles/1998/moved.mdx'],
  });
  assert.deepEqual(readArchive(old).problems, []);
  assert.deepEqual(manifestRule({ folder: old }), []);
  assert.match(leftOutWords(left, true).join('\n'), /articles\/1998\/moved\.mdx/);
});

test('without a newer copy nothing is left out, and it is said that nothing could be known', async (t) => {
  const { old } = await copies(t);
  const before = recordOf(old).digest;
  const left = leaveOutWithdrawn(old, []);
  assert.equal(recordOf(old).digest, before);
  assert.match(
    leftOutWords(left, false).join('\n'),
    /withdrawn after this copy was made.*--withdrawn/s,
  );
  await assert.rejects(readStones(tempFolder(t)), /neither a content folder nor a copy of a site/);
});
