import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { repairArchive } from '../../src/cli/repair/repair-archive.ts';
import { restoreArchive } from '../../src/cli/restore/restore-archive.ts';
import { sealFiles } from '../../src/cli/seal/seal-files.ts';
import { manifestRule } from '../../src/cli/verify/content/manifest.ts';
import { recordHeader, recordLine } from '../../src/formats/data/record-lines.ts';
import { addFiles } from '../../src/record/add-files.ts';
import { listFiles } from '../../src/record/content-files.ts';
import { failingDisk } from '../../src/record/failing-disk-for-tests.ts';
import { sha256 } from '../../src/record/hash.ts';
import { LOCK } from '../../src/record/lock-folder.ts';
import { MANIFEST_FILE } from '../../src/record/manifest.ts';
import { readArchive } from '../../src/record/read-archive.ts';
import { finishWithdrawal, withdrawFiles } from '../../src/record/withdraw-files.ts';
import { copyOfBase, recordOf, tempFolder } from './temp-archive.ts';

const silent = () => {};
const DAY = '2026-11-30';
const REASON = 'The first capture broke off after the second paragraph.';
const FERRY = 'articles/1998/ferry-returns-to-lindmar.mdx';
const CAPTURE = 'captures/1998/ferry-returns-to-lindmar.txt';

/** Thrown in the place of a signal that ends the process. */
class Killed extends Error {}

const ADDED = new Map([
  ['captures/1998/new.txt', 'capture '.repeat(100)],
  ['topics/new.yml', 'name: New\n'],
  ['topics/newer.yml', 'name: Newer\n'],
]);

/** What a command does, what heals after it, and what must be true of the archive whatever happened. */
interface Command {
  readonly run: (folder: string) => unknown;
  readonly prepare?: (folder: string) => void;
  /** Whether the archive may need the next command before it is sound. */
  readonly needsNext?: true;
  readonly next: (folder: string) => unknown;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  add: {
    run: (folder) => addFiles(folder, ADDED, silent),
    next: (folder) => addFiles(folder, new Map([['topics/next.yml', 'name: Next\n']]), silent),
  },
  'add, to an archive without a manifest': {
    prepare: (folder) => rmSync(path.join(folder, MANIFEST_FILE)),
    run: (folder) => addFiles(folder, ADDED, silent),
    needsNext: true,
    next: (folder) => addFiles(folder, new Map([['topics/next.yml', 'name: Next\n']]), silent),
  },
  seal: {
    prepare: (folder) => writeFileSync(path.join(folder, 'topics/town-life.yml'), 'name: Life\n'),
    run: (folder) => sealFiles(folder, undefined, { day: DAY }, silent),
    needsNext: true,
    next: (folder) => sealFiles(folder, undefined, { day: DAY }, silent),
  },
  'seal of a capture': {
    prepare: (folder) => writeFileSync(path.join(folder, CAPTURE), 'another capture'),
    run: (folder) => sealFiles(folder, [CAPTURE], { day: DAY, reason: REASON }, silent),
    needsNext: true,
    next: (folder) => sealFiles(folder, [CAPTURE], { day: DAY, reason: REASON }, silent),
  },
  withdraw: {
    run: (folder) => withdrawFiles(folder, withdrawalOf(folder)),
    needsNext: true,
    next: (folder) => {
      finishWithdrawal(folder);
      addFiles(folder, new Map([['topics/next.yml', 'name: Next\n']]), silent);
    },
  },
  repair: {
    prepare(folder) {
      for (const file of [CAPTURE, FERRY, MANIFEST_FILE]) {
        const name = path.join(folder, file);
        writeFileSync(name, readFileSync(name, 'utf8').replaceAll('\n', '\r\n'));
      }
    },
    run: (folder) => repairArchive(folder, silent),
    needsNext: true,
    next: (folder) => repairArchive(folder, silent),
  },
};

function withdrawalOf(folder: string) {
  const [, front] = readFileSync(path.join(folder, FERRY), 'utf8').split('---');
  const text = `---${front}access: withdrawn\nwithdrawn: { date: "${DAY}", reason: "Its subject asked for it to be taken down." }\n---\n`;
  return { entry: { file: FERRY, text }, remove: [CAPTURE] };
}

for (const [name, command] of Object.entries(COMMANDS)) {
  test(`killed before any call that changes the disk, or in the middle of it, the archive is sound or the next command makes it so: ${name}`, async (t) => {
    const base = copyOfBase(t);
    command.prepare?.(base);
    const texts = textsOf(base);
    const folder = path.join(tempFolder(t), 'content');
    const calls: string[] = [];
    for (const half of [false, true]) {
      for (let at = 1; at < 200; at++) {
        // Only what is written can be half done.
        if (half && at <= calls.length && calls[at - 1] !== 'writeFileSync') continue;
        const died = await killed(command, base, folder, at, half);
        if (died === undefined) break;
        calls[at - 1] = died;
        // Of what was killed nothing but its files is left: its lock is that of a process that has ended.
        rmSync(path.join(folder, LOCK), { recursive: true, force: true });
        const place = `call ${at}${half ? ', half done' : ''}`;
        if (command.needsNext !== true) assert.deepEqual(problemsOf(folder), [], place);
        else assertTold(folder, place);
        command.next(folder);
        assert.deepEqual(problemsOf(folder), [], `${place}, then the next command`);
        assertKept(folder, texts, place);
        assert.deepEqual(
          readdirSync(folder).filter((file) => /^\.(?!gitattributes|archive-lock-)/.test(file)),
          [],
          place,
        );
      }
    }
  });
}

/** @returns the call; undefined when there were fewer */
async function killed(
  command: Command,
  base: string,
  folder: string,
  at: number,
  half: boolean,
): Promise<string | undefined> {
  rmSync(folder, { recursive: true, force: true });
  cpSync(base, folder, { recursive: true });
  const disk = failingDisk(at, half, () => {
    throw new Killed();
  });
  try {
    await command.run(folder);
  } catch {
    // Whatever the command makes of it, it is no more.
  } finally {
    disk.mend();
  }
  assert.ok(disk.calls() > 0);
  return disk.calls() >= at ? disk.last() : undefined;
}

function problemsOf(folder: string): string[] {
  return [...readArchive(folder).problems, ...manifestRule({ folder })].map(
    ({ file, what }) => `${file}: ${what}`,
  );
}

/** Every problem that is left names what to do about it. */
function assertTold(folder: string, place: string): void {
  for (const { remedy } of [...readArchive(folder).problems, ...manifestRule({ folder })]) {
    assert.match(remedy, /npm run (?:repair|seal|withdraw)|Put the/, place);
  }
}

function textsOf(folder: string): ReadonlyMap<string, string> {
  return new Map(
    listFiles(folder)
      .files.filter((file) => file !== MANIFEST_FILE)
      .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );
}

/** No text is lost: what was there is there, but for what was withdrawn, with line ends and hashes as they may be. */
function assertKept(folder: string, texts: ReadonlyMap<string, string>, place: string): void {
  const gone = existsSync(path.join(folder, CAPTURE)) ? [] : [CAPTURE, FERRY];
  for (const [file, text] of texts) {
    if (gone.includes(file)) continue;
    const now = readFileSync(path.join(folder, file), 'utf8');
    const body = (one: string) => one.replaceAll('\r\n', '\n').split('\n---\n').at(-1);
    assert.equal(body(now), body(text), `${place}: ${file}`);
  }
}

test('a restore that is killed anywhere leaves no half archive, and the next one makes it whole', async (t) => {
  const [base, root] = [copyOfBase(t), tempFolder(t)];
  const site = path.join(root, 'site');
  const { files } = listFiles(base);
  const { settings } = recordOf(base);
  const lines = files.map((file) => {
    const text = readFileSync(path.join(base, file), 'utf8');
    return recordLine({ path: file, sha256: sha256(text), text });
  });
  mkdirSync(path.join(site, 'data'), { recursive: true });
  writeFileSync(
    path.join(site, 'data/record.ndjson'),
    recordHeader(settings, files.length) + lines.join(''),
  );
  const content = path.join(root, 'content');
  const command = { run: () => restoreArchive(site, content), next: silent };
  for (let at = 1; at < 200; at++) {
    const more = await restored(at);
    if (existsSync(content)) assert.deepEqual(problemsOf(content), [], `call ${at}`);
    else {
      await restoreArchive(site, content);
      assert.deepEqual(problemsOf(content), [], `call ${at}, then again`);
    }
    if (!more) break;
  }

  async function restored(at: number): Promise<boolean> {
    rmSync(content, { recursive: true, force: true });
    const disk = failingDisk(at, true, () => {
      throw new Killed();
    });
    try {
      await command.run();
    } catch {
      // As above.
    } finally {
      disk.mend();
    }
    for (const name of readdirSync(root).filter((one) => one.startsWith('content.draft-'))) {
      rmSync(path.join(root, name), { recursive: true, force: true });
    }
    return disk.calls() >= at;
  }
});
