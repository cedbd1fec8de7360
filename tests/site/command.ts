import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { foldersOf } from '../../src/record/folders.ts';
import { filesBelow, ROOT, sha256 } from './built-site.ts';

/** Two folders of an archive: where its record stands and where its site is built. */
export interface ArchiveFolders {
  readonly content: string;
  readonly out: string;
}

/** What a command did. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is run. */
interface Setting {
  readonly folders?: ArchiveFolders;
  /** The project's folder, where it is not this one. */
  readonly root?: string;
  /** Where it is called, if that is not the project's folder. */
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** A folder for one test file; removed when its process ends, with what builds cached for it. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `pressmark-${name}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Copies this project, with what is installed for it, to a folder that is not there yet. */
export function copyProject(copy: string): string {
  const left = new Set(['node_modules', 'dist', '.git', '.pressmark', '.astro', 'tests']);
  cpSync(ROOT, copy, {
    recursive: true,
    filter: (file) => !left.has(path.relative(ROOT, file)),
  });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

/** Starts a command of ours, `build` or `verify`, as npm would. */
export function start(command: string, args: readonly string[], setting?: Setting): ChildProcess {
  return startScript(`src/cli/${command}.ts`, args, setting);
}

function startScript(
  command: string,
  args: readonly string[],
  { folders, root = ROOT, cwd = root, env = {} }: Setting = {},
): ChildProcess {
  const { NODE_TEST_CONTEXT: _, ...outer } = process.env;
  if (folders !== undefined) forgetCacheLater(folders, root);
  return spawn(process.execPath, [path.resolve(root, command), ...args], {
    cwd,
    // A group of its own, so that whatever it started can be ended with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...outer,
      ASTRO_TELEMETRY_DISABLED: '1',
      ASTRO_DEV_BACKGROUND: '0',
      // A copy of the project shares what is installed, and so what V8 made of that.
      NODE_COMPILE_CACHE: path.join(ROOT, '.pressmark', 'compiled'),
      ...(folders && { ARCHIVE_CONTENT: folders.content, ARCHIVE_OUT: folders.out }),
      ...env,
    },
  });
}

/** Runs a command of ours to its end. */
export function run(
  command: string,
  args: readonly string[] = [],
  setting: Setting = {},
): Promise<Outcome> {
  return outcomeOf(start(command, args, setting));
}

/** Runs Astro's own command line to its end, and fails with all that it said if it does not succeed. */
export async function runAstro(args: readonly string[], setting: Setting): Promise<Outcome> {
  const outcome = await outcomeOf(startScript('node_modules/astro/bin/astro.mjs', args, setting));
  if (outcome.status !== 0) throw new Error(`Astro failed.\n${outcome.stdout}${outcome.stderr}`);
  return outcome;
}

/** What a command says and how it ends. */
export function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...said }));
  });
}

/** Builds a site and fails with all that the build said if it does not succeed. */
export async function build(
  folders: ArchiveFolders,
  setting: Setting = {},
  flags: readonly string[] = [],
): Promise<Outcome> {
  const outcome = await run('build', flags, { folders, ...setting });
  if (outcome.status !== 0)
    throw new Error(`The build failed.\n${outcome.stdout}${outcome.stderr}`);
  return outcome;
}

/** Hashes of all files below a folder: two folders with equal maps hold the same bytes. */
export function fingerprint(folder: string): Map<string, string> {
  return new Map(
    filesBelow(folder).map((file) => [file, sha256(readFileSync(path.join(folder, file)))]),
  );
}

/** The first file in which two folders differ, in words; undefined when they hold the same. */
export function firstDifference(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
): string | undefined {
  for (const file of [...new Set([...a.keys(), ...b.keys()])].sort()) {
    if (a.get(file) === b.get(file)) continue;
    if (!a.has(file) || !b.has(file))
      return `${file} is only in ${a.has(file) ? 'the first' : 'the second'}`;
    return `${file} differs`;
  }
  return undefined;
}

const caches = new Set<string>();
process.on('exit', () => {
  for (const cache of caches) rmSync(cache, { recursive: true, force: true });
});

function forgetCacheLater({ content, out }: ArchiveFolders, root: string): void {
  caches.add(foldersOf({ ARCHIVE_CONTENT: content, ARCHIVE_OUT: out }, root).cache);
}
