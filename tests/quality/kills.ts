// npm run check:kills: commands that change an archive, killed at every call that changes the disk and at random moments.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repairArchive } from '../../src/cli/repair/repair-archive.ts';
import { sealFiles } from '../../src/cli/seal/seal-files.ts';
import { manifestRule } from '../../src/cli/verify/content/manifest.ts';
import { addFiles } from '../../src/record/add-files.ts';
import { readArchive } from '../../src/record/read-archive.ts';
import { finishWithdrawal } from '../../src/record/withdraw-files.ts';
import { BASE } from '../unit/temp-archive.ts';
import { report } from './report.ts';

const RANDOM = 200;
const COMMANDS = path.join(import.meta.dirname, 'kills/commands.ts');
const temporary = mkdtempSync(path.join(tmpdir(), 'pressmark-kills-'));
const folder = path.join(temporary, 'content');
const wrong: string[] = [];
const count = { whole: 0, told: 0, finished: 0, takenBack: 0, steps: 0 };
let number = 0;

/** Runs the commands until they end or are killed. @returns what they said, and whether they were killed */
async function kill(args: string[], afterMs?: number): Promise<{ said: string; killed: boolean }> {
  const child = spawn(process.execPath, [COMMANDS, folder, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (data) => {
    said += data;
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('close', (_code, signal) => resolve(signal)),
  );
  if (afterMs !== undefined) {
    await new Promise((resolve) => child.stdout.once('data', resolve));
    setTimeout(() => child.kill('SIGKILL'), afterMs);
  }
  const signal = await ended;
  return { said, killed: signal !== null };
}

function problems(): string[] {
  return [...readArchive(folder).problems, ...manifestRule({ folder })].map(
    ({ file, what, remedy }) => `${file}: ${what} ${remedy}`,
  );
}

/** What must be true after a kill, and after the next commands. */
function check(place: string, said: string): void {
  const found = problems();
  if (found.length === 0) count.whole++;
  else count.told++;
  for (const problem of found) {
    if (!/npm run (?:repair|seal|withdraw)/.test(problem)) wrong.push(`${place}: ${problem}`);
  }
  const told: string[] = [];
  try {
    if (finishWithdrawal(folder) !== undefined) count.finished++;
    repairArchive(folder, (line) => told.push(line));
    // What the keeper has edited and the kill has kept from being sealed is sealed now.
    for (const file of unsealed()) {
      const reason = 'The first capture broke off after the second paragraph.';
      sealFiles(folder, [file], { day: '2026-11-30', reason }, () => {});
    }
    const next = `topics/next-${number++}.yml`;
    addFiles(folder, new Map([[next, `name: Next ${number}\n`]]), (line) => told.push(line));
  } catch (error) {
    wrong.push(`${place}: the next command fails: ${(error as Error).message}`);
  }
  if (told.some((line) => /taken back/.test(line))) count.takenBack++;
  if (told.some((line) => /finished/.test(line))) count.finished++;
  wrong.push(...problems().map((problem) => `${place}, then the next command: ${problem}`));
  const lines = said.split('\n').map((line) => line.split(' '));
  for (const [what, file = ''] of lines) {
    const isThere = existsSync(path.join(folder, file));
    if (what === 'added' && !isThere) wrong.push(`${place}: ${file} was added and is not there.`);
    if (what === 'withdrawn' && isThere)
      wrong.push(`${place}: ${file} was withdrawn and is there.`);
  }
}

function unsealed(): string[] {
  return manifestRule({ folder })
    .filter(({ what }) => /has changed since/.test(what))
    .map(({ file }) => file);
}

function putArchive(): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(BASE, folder, { recursive: true });
}

const calls: string[] = [];
for (const half of ['', 'half']) {
  for (let at = 1; ; at++) {
    // Only what is written can be half done.
    if (half !== '' && at <= calls.length && calls[at - 1] !== 'writeFileSync') continue;
    putArchive();
    const { said, killed } = await kill([`k${at}${half}`, String(at), half]);
    if (!killed) break;
    calls[at - 1] = /died in (\w+)/.exec(said)?.[1] ?? '';
    count.steps++;
    check(`call ${at} ${half}`, said);
  }
}
const atSteps = { ...count };
putArchive();
let killed = 0;
for (let run = 0; run < RANDOM; run++) {
  if (run % 25 === 0) putArchive();
  const outcome = await kill([String(run)], Math.random() * 700);
  if (outcome.killed) killed++;
  check(`random ${run}`, outcome.said);
}
rmSync(temporary, { recursive: true, force: true });
report(
  'kills',
  {
    title: '10. Commands killed while they change an archive',
    command: 'npm run check:kills',
    figures: [
      [
        'Killed with SIGKILL before or in the middle of each call that changes the disk, in the course of an addition, two sealings and a withdrawal',
        `${count.steps}`,
      ],
      ['Killed with SIGKILL at random moments of the same', `${killed}`],
      [
        'Archive verified as it was left',
        `${count.whole} (${atSteps.whole} and ${count.whole - atSteps.whole})`,
      ],
      [
        'Verification named the command that finishes what was begun, or the edit that was not sealed yet',
        `${count.told} (${atSteps.told} and ${count.told - atSteps.told})`,
      ],
      ['Additions taken back by the next command, which said so', `${count.takenBack}`],
      ['Sealings and withdrawals finished by the next command', `${count.finished}`],
      [
        'After the next commands: archive that does not verify, article lost that was said to be added, capture there that was said to be withdrawn',
        `${wrong.length}`,
      ],
    ],
    limits: [
      'An addition that was killed before it said “Added” may be taken back: it is added again by the same command.',
      'A power cut is not a kill: files are synced before they are renamed, and the rest is the business of the file system.',
    ],
  },
  wrong,
);
