import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Calls that change a disk; what is not yet on it when the power goes is another matter, so that nobody waits for it here. */
const CHANGING = [
  'writeFileSync',
  'mkdirSync',
  'renameSync',
  'linkSync',
  'rmSync',
  'rmdirSync',
  'openSync',
] as const;

type Call = (...args: unknown[]) => unknown;

/**
 * Lets a process die at its n-th call that changes the disk, as if it was killed there. Node's own modules are changed for
 * everybody who has imported them.
 *
 * @param at which call, from 1
 * @param half whether a file that is being written gets half of its bytes before
 * @param die ends the process, or throws and goes on throwing at every later call
 * @returns how many calls there were, the name of the last one before death, and a function that puts everything back
 */
export function failingDisk(
  at: number,
  half: boolean,
  die: () => never,
): { calls: () => number; last: () => string; mend: () => void } {
  const real = Object.fromEntries(CHANGING.map((name) => [name, fs[name]])) as Record<string, Call>;
  const disk = fs as unknown as Record<string, Call>;
  let calls = 0;
  let last = '';
  const { fsyncSync } = fs;
  disk['fsyncSync'] = () => {};
  for (const [name, call] of Object.entries(real)) {
    disk[name] = (...args) => {
      if (name === 'openSync' && !/[wa]/.test(String(args[1] ?? 'r'))) return call(...args);
      calls++;
      if (calls <= at) last = name;
      if (calls < at) return call(...args);
      if (calls === at && half && name === 'writeFileSync') call(args[0], halfOf(args[1]));
      // Later calls are those of a process that is no more.
      return die();
    };
  }
  syncBuiltinESMExports();
  return {
    calls: () => calls,
    last: () => last,
    mend() {
      Object.assign(disk, real, { fsyncSync });
      syncBuiltinESMExports();
    },
  };
}

function halfOf(content: unknown): unknown {
  if (typeof content === 'string') return content.slice(0, content.length / 2);
  return content instanceof Uint8Array ? content.subarray(0, content.length / 2) : content;
}
