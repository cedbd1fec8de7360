// npm run check:bits: flips bits in what builds remember and in what they have published, and looks whether anybody
// would notice. --rounds N (25), four bits each; --seed N.
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { SITE_HASHES } from '../../src/model/export-address.ts';
import { filesBelow } from '../../src/record/site-files.ts';
import { ROOT } from '../site/built-site.ts';
import { build, copyProject, fingerprint, firstDifference, run } from '../site/command.ts';
import { seeded } from './incremental/random-archive.ts';
import { report } from './report.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '25' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean' },
  },
});
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
const next = seeded(seed);
const pick = <Value>(list: readonly Value[]): Value =>
  list[Math.floor(next() * list.length)] as Value;
const temporary = mkdtempSync(path.join(tmpdir(), 'pressmark-bits-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));
const root = copyProject(path.join(temporary, 'project'));
const content = path.join(temporary, 'content');
cpSync(path.join(ROOT, 'content'), content, { recursive: true });
const folders = { content, out: path.join(temporary, 'site') };
const wrong: string[] = [];

/** Flips one bit and leaves size and date as they were. */
function flip(file: string, at?: number): void {
  const { atime, mtime } = statSync(file);
  const bytes = readFileSync(file);
  const place = at ?? Math.floor(next() * bytes.length);
  bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(next() * 8));
  writeFileSync(file, bytes);
  utimesSync(file, atime, mtime);
}

const archive = path.join(content, 'archive.yml');
const settings = readFileSync(archive, 'utf8');
const setSubtitle = (which: number) =>
  writeFileSync(archive, settings.replace(/^subtitle: .*$/m, `subtitle: Number ${which}`));
const sites: Map<string, string>[] = [];
for (const which of [0, 1]) {
  setSubtitle(which);
  await build(folders, { root }, ['--cold']);
  sites.push(fingerprint(folders.out));
}
const caches = path.join(root, '.pressmark');
let [flipped, healed] = [0, 0];
for (let round = 0; round < rounds; round++) {
  const files = filesBelow(caches).files.filter(
    (file) => statSync(path.join(caches, file)).size > 0,
  );
  const chosen = Array.from({ length: 4 }, () => pick(files));
  for (const file of chosen) flip(path.join(caches, file));
  flipped += chosen.length;
  setSubtitle(round % 2);
  const { status, stdout, stderr } = await run('build', [], { folders, root });
  const found = fingerprint(folders.out);
  const difference = firstDifference(sites[round % 2] ?? found, found);
  if (status === 0 && difference === undefined) healed++;
  else wrong.push(`bits of ${chosen.join(', ')}: ${difference ?? ''} ${stdout}${stderr}`);
}

/** Files of one kind stand for each other: same folder at the top, same ending. */
const kinds = new Map<string, string>();
for (const file of filesBelow(folders.out).files) {
  if (`/${file}` === SITE_HASHES) continue;
  const [top = ''] = file.split('/');
  const ending = /\.capture\.html$|\.compare\.html$|\.[^.]*$/.exec(file)?.[0] ?? '';
  if (statSync(path.join(folders.out, file)).size > 0)
    kinds.set(`${file.includes('/') ? top : ''}/*${ending}`, file);
}
const before = fingerprint(folders.out);
for (const file of kinds.values()) flip(path.join(folders.out, file));
const verified = await run('verify', [], { folders, root });
const unnamed = [...kinds.values()].filter(
  (file) => !`${verified.stdout}${verified.stderr}`.includes(file),
);
for (const file of unnamed) wrong.push(`verify does not name ${file}`);
if (verified.status === 0) wrong.push('verify ends with 0 on a changed site');
const mended = await build(folders, { root });
const named = mended.stderr.includes(`${kinds.size} files of the published site`);
if (!named)
  wrong.push(`the build does not say that it mended ${kinds.size} files: ${mended.stderr}`);
const left = firstDifference(before, fingerprint(folders.out));
if (left !== undefined) wrong.push(`after the build ${left}`);
flip(path.join(folders.out, SITE_HASHES.slice(1)));
if ((await run('verify', [], { folders, root })).status === 0)
  wrong.push('verify misses a bit of the list of hashes');
await build(folders, { root });
if (firstDifference(before, fingerprint(folders.out)))
  wrong.push('the list of hashes is not made again');

report(
  'bits',
  {
    title: '12. Flipped bits',
    command: 'npm run check:bits',
    figures: [
      ['Bits flipped in what builds remember', String(flipped)],
      [`Builds after it (four bits each) that gave the right site, of ${rounds}`, String(healed)],
      [
        'Kinds of published file with one bit flipped in each, size and date kept',
        String(kinds.size),
      ],
      ['Of them named by verify', String(kinds.size - unnamed.length)],
    ],
  },
  wrong,
);
