import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** An object of a repository. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Nothing that a repository's own settings name is run, and no other repository than that of the folder is asked. */
const SETTINGS = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

function environment(): NodeJS.ProcessEnv {
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...env } = process.env;
  return { ...env, GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
}

/** What Git says, as text. @throws Error where it can't, or takes longer than it may */
export async function git(folder: string, args: readonly string[], ms = 60_000): Promise<string> {
  const { stdout } = await run(
    'git',
    ['-C', folder, ...SETTINGS, '-c', 'core.quotePath=false', ...args],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      timeout: ms,
      env: environment(),
    },
  );
  return stdout;
}

/** Reads objects one after the other. @param hasTime asked after each; when it says no, nothing more is read */
export async function* readObjects(
  folder: string,
  ids: readonly string[],
  hasTime: () => boolean,
): AsyncGenerator<GitObject> {
  const child = spawn('git', ['-C', folder, ...SETTINGS, 'cat-file', '--batch', '--buffer'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: environment(),
  });
  // Git may end before it has read all ids; what is missing then is seen by the caller.
  child.stdin.on('error', () => {}).end(`${ids.join('\n')}\n`);
  try {
    let waiting: Buffer[] = [];
    let length = 0;
    let needed = 0;
    for await (const piece of child.stdout as AsyncIterable<Buffer>) {
      waiting.push(piece);
      length += piece.length;
      if (length < needed) continue;
      let rest: Buffer = waiting.length === 1 ? piece : Buffer.concat(waiting);
      for (;;) {
        const end = rest.indexOf(0x0a);
        const [id = '', type = '', size] = rest.subarray(0, Math.max(end, 0)).toString().split(' ');
        const ends = end + 1 + Number(size ?? 0);
        needed = ends + 1;
        if (end === -1 || rest.length < needed) break;
        if (size === undefined) {
          rest = rest.subarray(end + 1);
          continue;
        }
        yield { id, type, bytes: rest.subarray(end + 1, ends) };
        if (!hasTime()) return;
        rest = rest.subarray(needed);
        needed = 0;
      }
      waiting = [rest];
      length = rest.length;
    }
  } finally {
    child.kill();
  }
}
