// npm run check:breaks: breaks a copy of the project in small ways, each of which a test must notice.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../site/built-site.ts';
import { BREAKS, type Break, type Catcher } from './breaks/list.ts';
import { report } from './report.ts';

/** What is made or installed, wherever it stands; what is installed is linked. */
const LEFT = new Set(['node_modules', 'dist', '.git', '.pressmark', '.astro', 'deploy']);
const INSTALLED = ['node_modules', 'tests/browser/node_modules'];

const temporary = mkdtempSync(path.join(tmpdir(), 'pressmark-breaks-'));
const copy = path.join(temporary, 'project');
cpSync(ROOT, copy, { recursive: true, filter: (file) => !LEFT.has(path.basename(file)) });
for (const folder of INSTALLED) {
  if (existsSync(path.join(ROOT, folder))) {
    symlinkSync(path.join(ROOT, folder), path.join(copy, folder));
  }
}

/** Runs Node in the copy, as a reader of its output and not as a part of a test that runs it. */
function node(args: readonly string[]): { passed: boolean; output: string } {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', ARCHIVE_CONTENT: '', ARCHIVE_OUT: '' },
  });
  return { passed: status === 0, output: `${stdout}${stderr}` };
}

function ask({ builds, test, only }: Catcher): { passed: boolean; output: string } {
  const built = builds ? node(['src/cli/build.ts']) : { passed: true, output: '' };
  if (!built.passed || test === undefined) return built;
  const pattern = only === undefined ? [] : [`--test-name-pattern=${only}`];
  return node(['--test', '--test-reporter=spec', ...pattern, test]);
}

/** The line of an output that a pattern was found in, short enough for a table. */
function lineWith(output: string, pattern: RegExp): string {
  const found = pattern.exec(output);
  const end = (found?.index ?? 0) + (found?.[0].length ?? 0);
  const line = output.slice(output.lastIndexOf('\n', end - 1) + 1, end);
  return line
    .replace(/^\W+|\s+/g, ' ')
    .trim()
    .slice(-120);
}

const wrong: string[] = [];
const wanted = process.argv.at(process.argv.indexOf('--only') + 1) ?? '';
const isWanted = ({ what }: Break) => !process.argv.includes('--only') || what.includes(wanted);
const breaks = BREAKS.filter(isWanted);

// Whatever fails without a break notices nothing.
const catchers = new Map(breaks.map(({ caughtBy }) => [JSON.stringify(caughtBy), caughtBy]));
for (const catcher of catchers.values()) {
  const { passed, output } = ask(catcher);
  if (!passed) wrong.push(`${catcher.name} fails without a break:\n${output.slice(-2000)}`);
}
const figures: [string, string][] = [];
for (const { part, what, file, from, to, caughtBy, says } of wrong.length > 0 ? [] : breaks) {
  const name = path.join(copy, file);
  const sound = readFileSync(name, 'utf8');
  if (sound.split(from).length !== 2) {
    wrong.push(`${what}: “${from}” does not stand once in ${file}`);
    continue;
  }
  writeFileSync(
    name,
    sound.replace(from, () => to),
  );
  const { passed, output } = ask(caughtBy);
  writeFileSync(name, sound);
  if (passed) wrong.push(`${what}: ${caughtBy.name} did not notice`);
  else if (!says.test(output))
    wrong.push(`${what}: ${caughtBy.name} failed otherwise:\n${output.slice(-2000)}`);
  figures.push([`${part}: ${what}`, `\`${caughtBy.name}\`: ${lineWith(output, says)}`]);
}
rmSync(temporary, { recursive: true, force: true });

report(
  'breaks',
  {
    title: '8. Deliberate breaks, and what caught each',
    command: 'npm run check:breaks',
    figures: [
      ...figures,
      ['Breaks tried, one by one in a copy of the project', String(breaks.length)],
      ['Breaks that nothing noticed', String(wrong.length)],
    ],
    limits: [
      'Each of these tests is part of `npm test` and passes without the break; a break counts as caught only where the failure says what was broken.',
    ],
  },
  wrong,
);
