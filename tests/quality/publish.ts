// npm run check:publish: kills builds at random moments and looks at what readers would find.
import { existsSync, mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build, fingerprint, firstDifference, outcomeOf, run, start } from '../site/command.ts';
import { write, writeOneArticle } from '../site/write-archive.ts';
import { report } from './report.ts';

const AT_RANDOM = 30;
/** Kills aimed at the two renames, which a random moment hardly ever meets. */
const AT_THE_SWAP = 10;

const temporary = mkdtempSync(path.join(tmpdir(), 'pressmark-kill-'));
const folders = {
  content: path.join(temporary, 'content'),
  out: path.join(temporary, 'published', 'site'),
};
process.setMaxListeners(0);
const wrong: string[] = [];
const counts = { old: 0, new: 0, between: 0, ended: 0 };

/** The two sites between which builds go to and fro. */
const TITLES = ['The harbour papers', 'The papers of the harbour'];
const archive = path.join(folders.content, 'archive.yml');
writeOneArticle(folders.content);
const settings = readFileSync(archive, 'utf8');
const setTitle = (title = '') =>
  write(folders.content, 'archive.yml', settings.replace(TITLES[0] ?? '', title));
const sites: Map<string, string>[] = [];
let milliseconds = 0;
for (const title of TITLES) {
  setTitle(title);
  const began = performance.now();
  await build(folders);
  milliseconds = performance.now() - began;
  sites.push(fingerprint(folders.out));
}
let shown = 1;

function look(name: string): void {
  const isThere = existsSync(folders.out);
  // Between the two renames nothing stands at the address; the old site stands beside it, whole.
  const folder = isThere ? folders.out : `${folders.out}.previous`;
  if (!existsSync(folder)) {
    wrong.push(`${name}: no site is left`);
    return;
  }
  const found = fingerprint(folder);
  const which = sites.findIndex((site) => firstDifference(site, found) === undefined);
  if (which === -1) {
    wrong.push(`${name}: a mix: ${firstDifference(sites[shown] ?? found, found)}`);
    return;
  }
  if (!isThere) counts.between++;
  else if (which === shown) counts.old++;
  else counts.new++;
  shown = which;
}

/** @returns whether the build was still running when it was killed */
async function kill(name: string, moment: (ended: Promise<unknown>) => Promise<void>) {
  setTitle(TITLES[1 - shown]);
  const child = start('build', [], { folders });
  const ended = outcomeOf(child);
  await moment(ended);
  try {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
  } catch {
    // It has ended already.
  }
  const wasRunning = (await ended).status === null;
  look(name);
  return wasRunning;
}

for (let killed = 0; killed < AT_RANDOM; ) {
  const moment = Math.random() * milliseconds;
  const wasRunning = await kill(`killed after ${moment.toFixed(0)} ms`, (ended) =>
    Promise.race([wait(moment), ended]).then(() => undefined),
  );
  if (wasRunning) killed++;
  else counts.ended++;
}
for (let at = 0; at < AT_THE_SWAP; at++) {
  const place = path.dirname(folders.out);
  await kill(`killed at the swap, try ${at}`, async (ended) => {
    const watcher = watch(place);
    const renamed = new Promise((resolve) => {
      watcher.on('change', (_kind, file) => {
        if (file === path.basename(`${folders.out}.previous`)) resolve(undefined);
      });
    });
    await Promise.race([renamed, ended]);
    watcher.close();
  });
}

// A record that is broken now does not keep the site that was from coming back.
write(folders.content, 'draft.mdx', 'Not part of the record.\n');
const { status } = await run('build', [], { folders });
if (status !== 1) wrong.push('a broken record was built');
if (!existsSync(folders.out)) wrong.push('the site did not come back');
rmSync(path.join(folders.content, 'draft.mdx'));

setTitle(TITLES[1 - shown]);
await build(folders);
const recovered = firstDifference(sites[1 - shown] ?? new Map(), fingerprint(folders.out));
if (recovered !== undefined) wrong.push(`the build after the last kill: ${recovered}`);
rmSync(temporary, { recursive: true, force: true });

report(
  'publish',
  {
    title: '2. Atomic publishing',
    command: 'npm run check:publish',
    figures: [
      ['Builds killed with SIGKILL at random moments', String(AT_RANDOM)],
      ['Builds killed while the new site takes the place of the old', String(AT_THE_SWAP)],
      ['Old site whole, every byte', String(counts.old)],
      ['New site whole, every byte', String(counts.new)],
      [
        'Killed between the two renames: old site whole beside its place, brought back by the next build',
        String(counts.between),
      ],
      ['Builds that had ended before the signal, besides', String(counts.ended)],
      ['A mix of both, or none', String(wrong.length)],
      ['The build after the last kill', 'the new site, every byte'],
    ],
    limits: [
      'A directory cannot be replaced in one call by portable means. Between two renames, for about a tenth of a millisecond, nothing stands at the address; `npm run build` begins with bringing the old site back, before it reads anything.',
      'A power cut is not a kill: what the disk has not written then is the business of the file system.',
    ],
  },
  wrong,
);
