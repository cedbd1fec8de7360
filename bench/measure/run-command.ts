import { spawn } from 'node:child_process';
import { watchMemory } from './memory.ts';

/** What a command took. */
export interface Taken {
  /** Seconds on the clock. */
  readonly wall: number;
  /** Seconds that all processors together worked on it and on what it started. */
  readonly cpu: number;
  /** Most memory that it and all it started held at one time, in bytes. */
  readonly memory: number;
}

/** A command line, with where and how it is run. */
export interface Command {
  readonly line: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a command to its end and measures it with all that it starts.
 *
 * @throws Error with what it said, when it fails
 */
export function runCommand({ line, cwd, env = {} }: Command): Promise<Taken> {
  const timed = ['-c', 'TIMEFORMAT="took %R %U %S"; time "$@"', 'bash', ...line];
  const child = spawn('bash', timed, {
    cwd,
    env: { ...process.env, LC_ALL: 'C.UTF-8', ASTRO_TELEMETRY_DISABLED: '1', ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-20_000);
    });
  }
  const memory = watchMemory(child.pid ?? 0);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      const [, wall, user, system] = /took ([\d.]+) ([\d.]+) ([\d.]+)\s*$/m.exec(said) ?? [];
      const most = memory.stop();
      if (status !== 0 || wall === undefined)
        reject(new Error(`${line.join(' ')} failed:\n${said}`));
      else resolve({ wall: Number(wall), cpu: Number(user) + Number(system), memory: most });
    });
  });
}

/** Two commands one after the other as one. */
export function together(a: Taken, b: Taken): Taken {
  return { wall: a.wall + b.wall, cpu: a.cpu + b.cpu, memory: Math.max(a.memory, b.memory) };
}
