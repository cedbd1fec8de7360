// npm run check:incremental: changes a small archive at random and compares every build upon the last one with one from
// nothing, byte for byte. --edits N (200), --seed N.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, fingerprint, firstDifference } from '../site/command.ts';
import { RandomArchive, seeded } from './incremental/random-archive.ts';
import { report } from './report.ts';

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean' },
  },
});
const [edits, seed] = [Number(values.edits), Number(values.seed)];
const temporary = mkdtempSync(path.join(tmpdir(), 'pressmark-edits-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));
const content = path.join(temporary, 'content');
const grown = { content, out: path.join(temporary, 'grown') };
const fresh = { content, out: path.join(temporary, 'fresh') };

const archive = new RandomArchive(content, seeded(seed));
await build(grown);
const wrong: string[] = [];
let same = 0;
for (let at = 1; at <= edits; at++) {
  const what = archive.change();
  archive.tidy();
  try {
    await build(grown);
    await build(fresh, {}, ['--cold']);
    const difference = firstDifference(fingerprint(grown.out), fingerprint(fresh.out));
    if (difference === undefined) same++;
    else wrong.push(`edit ${at}, ${what}: ${difference}`);
    if (difference !== undefined)
      cpSync(temporary, `${temporary}-wrong-${at}`, { recursive: true });
  } catch (error) {
    wrong.push(`edit ${at}, ${what}: ${error instanceof Error ? error.message : error}`);
  }
  if (process.env['CI'] === undefined)
    console.error(`${at}/${edits} ${what}: ${wrong.length} wrong`);
}

report(
  'incremental',
  {
    title: '11. Builds upon the last one',
    command: 'npm run check:incremental',
    figures: [
      ['Random changes of a small archive, one after the other', String(edits)],
      ['Sites that were byte for byte those built from nothing', String(same)],
    ],
    limits: [`Seed ${seed}: articles, records, settings and one dossier change, not the program.`],
  },
  wrong,
);
