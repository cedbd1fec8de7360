import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sealFiles } from '../../../src/cli/seal/seal-files.ts';
import { addFiles } from '../../../src/record/add-files.ts';
import { failingDisk } from '../../../src/record/failing-disk-for-tests.ts';
import { sha256 } from '../../../src/record/hash.ts';
import { withdrawFiles } from '../../../src/record/withdraw-files.ts';

// Changes an archive until it is killed, and says what it has done: commands.ts FOLDER RUN [CALL HALF]
const [folder = '', run = '', at = '', half = ''] = process.argv.slice(2);
const FERRY = 'articles/1998/ferry-returns-to-lindmar.mdx';
const DAY = '2026-11-30';
const silent = () => {};

const say = (line: string) => process.stdout.write(`${line}\n`);
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');

say('begun');
const template = read(FERRY).replace(/\naliases:\n(?: .*\n)+/, '\n');
if (at !== '') {
  const disk = failingDisk(Number(at), half === 'half', () => {
    // Written by what Node prints with, which goes by no name that could fail here.
    process.stdout.write(`died in ${disk.last()}\n`);
    process.kill(process.pid, 'SIGKILL');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    throw new Error('killed');
  });
}
for (let number = 0; number < (at === '' ? 1000 : 1); number++) {
  const [capture, entry] = ['captures/1998/', 'articles/1998/'].map(
    (place) => `${place}r${run}-${number}`,
  ) as [string, string];
  const [captureFile, entryFile] = [`${capture}.txt`, `${entry}.mdx`];
  const bytes = `capture ${run} ${number} `.repeat(3000);
  const text = template
    .replace(/captures\/1998\/\S+/, captureFile)
    .replace(/sha256: [0-9a-f]{64}/, `sha256: ${sha256(bytes)}`);
  addFiles(
    folder,
    new Map([
      [captureFile, bytes],
      [entryFile, text],
    ]),
    silent,
  );
  say(`added ${entryFile}`);
  const topic = path.join(folder, 'topics/town-life.yml');
  writeFileSync(topic, `name: Town life\nvariants: []\ndescription: Edit ${run} ${number}.\n`);
  sealFiles(folder, undefined, { day: DAY }, silent);
  say('sealed');
  writeFileSync(path.join(folder, captureFile), `${bytes}again`);
  const reason = 'The first capture broke off after the second paragraph.';
  sealFiles(folder, [captureFile], { day: DAY, reason }, silent);
  say('sealed');
  const front = read(entryFile).split('---')[1] ?? '';
  const tombstone = `---${front}access: withdrawn\nwithdrawn: { date: "${DAY}", reason: "Its subject asked for it to be taken down." }\n---\n`;
  if (number % 2 === 1 || at !== '') {
    withdrawFiles(folder, { entry: { file: entryFile, text: tombstone }, remove: [captureFile] });
    say(`withdrawn ${captureFile}`);
  }
}
