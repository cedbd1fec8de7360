import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who holds a lock, as it is written down for others to read. */
export interface Holder {
  /** Different for every time that a lock is taken. */
  readonly id: string;
  readonly command: string;
  readonly process: number;
  /** When the process was started, in whatever form the system says it; process numbers are used again. */
  readonly started?: string;
  readonly host: string;
  /** Which installation, which start of it and which room of processes the number counts in, where known. */
  readonly machine?: string;
  readonly boot?: string;
  readonly namespace?: string;
  /** Since when the lock is held, ISO 8601 in UTC. */
  readonly since: string;
}

/** This process as the holder of a lock. */
export function thisHolder(id: string, command: string): Holder {
  const known = {
    started: startOf(process.pid),
    machine: read('/etc/machine-id'),
    boot: read('/proc/sys/kernel/random/boot_id'),
    namespace: namespaceOf(),
  };
  return {
    id,
    command,
    process: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
    ...(Object.fromEntries(
      Object.entries(known).filter(([, value]) => value !== undefined),
    ) as Partial<Holder>),
  };
}

/** Whether a holder lives, as far as can be told from here. */
export type HolderState = 'alive' | 'ended' | 'unknown';

/**
 * Whether the process that holds a lock still exists. A stopped process does. Of another machine or
 * container nothing is known from here.
 */
export function stateOfHolder(holder: Holder): HolderState {
  const own = thisHolder('', '');
  if (holder.host !== own.host || holder.machine !== own.machine) return 'unknown';
  if (holder.boot !== own.boot) return own.machine === undefined ? 'unknown' : 'ended';
  if (holder.namespace !== own.namespace) return 'unknown';
  if (!exists(holder.process)) return 'ended';
  const started = startOf(holder.process);
  return holder.started === undefined || started === undefined || started === holder.started
    ? 'alive'
    : 'ended';
}

function exists(id: number): boolean {
  try {
    process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // A process that has ended and that nobody has waited for holds nothing.
  return statOf(id)?.[0] !== 'Z';
}

function startOf(id: number): string | undefined {
  if (process.platform === 'linux') return statOf(id)?.[19];
  if (process.platform === 'win32') return undefined;
  try {
    const said = execFileSync('ps', ['-o', 'lstart=', '-p', String(id)], { encoding: 'utf8' });
    return said.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** What Linux says of a process from its state on (proc(5)); the name before it may hold anything. */
function statOf(id: number): string[] | undefined {
  const text = read(`/proc/${id}/stat`);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

function namespaceOf(): string | undefined {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return undefined;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
