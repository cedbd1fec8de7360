// npm run check:faults: every broken archive through a whole build, and builds on disks that are full.
import { cpSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, sha256 } from '../site/built-site.ts';
import { build, fingerprint, firstDifference, type Outcome, run } from '../site/command.ts';
import { write } from '../site/write-archive.ts';
import { brokenArchives, expectedReport, putBrokenArchive } from '../unit/broken-archives.ts';
import { BASE } from '../unit/temp-archive.ts';
import { report } from './report.ts';

/** The disk is full after so many files: at once, among the pages, among what is written after them. */
const FULL_AFTER = [0, 12, 60];
const FULL_DISK = pathToFileURL(path.join(ROOT, 'tests/site/full-disk.mjs')).href;

process.setMaxListeners(0);
const temporary = mkdtempSync(path.join(tmpdir(), 'pressmark-faults-'));
const content = path.join(temporary, 'content');
const out = path.join(temporary, 'published', 'site');
const folders = { content, out };
const wrong: string[] = [];

function putSoundArchive(): void {
  rmSync(content, { recursive: true, force: true });
  cpSync(BASE, content, { recursive: true });
}

putSoundArchive();
await build(folders);
const published = fingerprint(out);
write(temporary, 'outside.txt', 'not ours');

/** Everything below a folder; links are not followed, and what is no file is not read. */
function stateOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isFile()) return [file, sha256(readFileSync(file))];
      return [file, entry.isSymbolicLink() ? `link to ${readlinkSync(file)}` : 'no file'];
    }),
  );
}

/** What else than the words of a build that failed: nothing but the output may be another. */
function checkUntouched(name: string, given: Map<string, string>): void {
  const tell = (what: string | undefined) => {
    if (what !== undefined) wrong.push(`${name}: ${what}`);
  };
  tell(firstDifference(published, fingerprint(out)));
  tell(firstDifference(given, stateOf(content)));
  const beside = [...readdirSync(path.dirname(out)), ...readdirSync(temporary).sort()].join(' ');
  if (beside !== 'site content outside.txt published') tell(`beside the site: ${beside}`);
}

let problems = 0;
const passedOver: string[] = [];
for (const name of brokenArchives()) {
  const unreadable = await putBrokenArchive(name, content);
  if (unreadable.length > 0) {
    // Whoever runs this may be root, who reads everything; the reader is tested as somebody else.
    passedOver.push(name);
    continue;
  }
  const given = stateOf(content);
  const { status, stderr } = await run('build', [], { folders });
  if (status !== 1) wrong.push(`${name}: exit status ${status}`);
  const expected = readFileSync(expectedReport(name), 'utf8');
  if (stderr !== `Archive: ${folders.content}\n${expected}`)
    wrong.push(`${name}: another report than expected:\n${stderr}`);
  const found = expected.match(/^ {2}Why it matters: /gm)?.length ?? 0;
  const remedies = expected.match(/^ {2}What to do: /gm)?.length ?? 0;
  if (found === 0 || found !== remedies) wrong.push(`${name}: a problem without why or remedy`);
  problems += found;
  checkUntouched(name, given);
}

for (const files of FULL_AFTER) {
  putSoundArchive();
  const settings = readFileSync(path.join(content, 'archive.yml'), 'utf8');
  const title = `title: The ${files} clippings`;
  write(content, 'archive.yml', settings.replace(/^title:.*/m, title));
  const given = stateOf(content);
  const env = { NODE_OPTIONS: `--import=${FULL_DISK}`, FULL_DISK_AFTER: String(files) };
  const { status, stderr }: Outcome = await run('build', [], { folders, env });
  const name = `disk full after ${files} files`;
  const isTold = /The disk is full/.test(stderr) && /What to do: make room/.test(stderr);
  if (status !== 1 || !isTold) wrong.push(`${name}: exit status ${status}\n${stderr}`);
  checkUntouched(name, given);
}

putSoundArchive();
const given = stateOf(content);
const sound = await run('build', ['--quarantine'], { folders });
if (sound.status !== 0) wrong.push(`--quarantine of a sound archive:\n${sound.stderr}`);
checkUntouched('--quarantine of a sound archive', given);
rmSync(temporary, { recursive: true, force: true });

report(
  'faults',
  {
    title: '1. Broken archives',
    command: 'npm run check:faults',
    figures: [
      ['Broken archives, one folder each', String(brokenArchives().length)],
      [
        'Built whole: exit status 1, the report word for word, content and the published site as they were',
        String(brokenArchives().length - passedOver.length),
      ],
      ['Problems in their reports, each with file, why and remedy', String(problems)],
      [
        `Builds on a disk that is full after ${FULL_AFTER.join(', ')} files: told, the old site whole`,
        String(FULL_AFTER.length),
      ],
      ['A sound archive with `--quarantine`', 'the same site, byte for byte'],
    ],
    limits: [
      `Not built whole, because root reads every file: ${passedOver.join(', ') || 'none'}. \`npm test\` reads all of them, as another user where it must.`,
      'The full disk is a simulated one: from the nth file on, writing fails as the system says it.',
    ],
  },
  wrong,
);
