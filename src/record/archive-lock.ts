import { AsyncLocalStorage } from 'node:async_hooks';
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  clearLock,
  holderOf,
  isWritable,
  releaseLock,
  takeLock,
  Unlockable,
} from './lock-folder.ts';
import { type Holder, stateOfHolder } from './lock-holder.ts';
import { busyWords, nameOf, waitingWords } from './lock-words.ts';
import { ofProcess } from './of-process.ts';

/** Thrown when somebody else does not finish with an archive; nothing was done. */
export class ArchiveBusy extends Error {
  override readonly name = 'ArchiveBusy';
}

/** How somebody waits for an archive. */
export interface LockOptions {
  /** Told whom the command waits for; standard error where left out. */
  readonly tell?: (line: string) => void;
  /** How long to wait at most; ten minutes, or `ARCHIVE_LOCK_WAIT` in seconds, where left out. */
  readonly waitMs?: number;
}

/** What this process holds, by folder. */
interface Held {
  readonly id: string;
  readonly released: Promise<void>;
}

const held = ofProcess<Map<string, Held>>('archive locks');
const inside = ofProcess<AsyncLocalStorage<ReadonlySet<string>>>('archive locks inside');
/** Names the locks that a process holds to the processes and threads that it starts, which are inside too. */
const INHERITED = 'ARCHIVE_LOCKS_HELD';
const POLL_MS = 50;
const SILENT_MS = 300;

/**
 * Runs something while nobody else changes or publishes an archive, in any process or on any machine that sees the
 * folder. Waits for who is at it, and says for whom. Inside of `run`, and in processes started by it, the same
 * lock is not waited for again.
 *
 * @param content content folder; by which path it is reached makes no difference. One that does not
 *   exist or can't be written to is not locked, though whoever has locked it is waited for
 * @param command name of the command, told to others that wait
 * @throws ArchiveBusy
 */
export function withArchiveLock<T>(
  content: string,
  command: string,
  run: () => T,
  options: LockOptions = {},
): T {
  const lock = openLock(content, command, options);
  if (lock.isInside) return run();
  if (held.get()?.has(lock.key)) throw new ArchiveBusy(lock.busyHere());
  for (;;) {
    const taken = lock.tryToTake();
    if (taken !== undefined) {
      try {
        return taken.enter(run);
      } finally {
        taken.release();
      }
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause());
  }
}

/** The same for what takes its time; tasks of one process wait for each other too. */
export async function withArchiveLockAsync<T>(
  content: string,
  command: string,
  run: () => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  const lock = openLock(content, command, options);
  if (lock.isInside) return await run();
  for (;;) {
    const own = held.get()?.get(lock.key);
    const taken = own === undefined ? lock.tryToTake() : undefined;
    if (taken !== undefined) {
      try {
        return await taken.enter(run);
      } finally {
        taken.release();
      }
    }
    await (own?.released ?? new Promise((resolve) => setTimeout(resolve, pause())));
  }
}

/** Two that wait should not always look at the same time. */
function pause(): number {
  return POLL_MS * (0.5 + Math.random());
}

function openLock(content: string, command: string, options: LockOptions) {
  const { tell = (line: string) => process.stderr.write(`${line}\n`), waitMs = longestWait() } =
    options;
  const folder = realFolder(content);
  const found = statSync(folder, { bigint: true, throwIfNoEntry: false });
  const key = found === undefined ? folder : `${found.dev}:${found.ino}`;
  const storage = inside.get() ?? inside.set(new AsyncLocalStorage());
  const mine = held.get() ?? held.set(new Map());
  const within = storage.getStore() ?? new Set();
  const begun = performance.now();
  const told = new Set<string>();

  const enter = <R>(run: () => R): R => storage.run(new Set([...within, key]), run);
  const free = { enter, release: () => {} };

  return {
    key,
    isInside: within.has(key) || (found !== undefined && isInherited(folder)),
    busyHere: () =>
      `This program is still at work with the archive at ${content} (\`${command}\` was asked for meanwhile). Nothing was done. Try again when it has finished.`,
    /** @returns undefined when somebody else has the lock */
    tryToTake() {
      if (found === undefined) return free;
      let holder = holderOf(folder);
      if (holder === undefined) {
        try {
          const taken = takeLock(folder, command);
          if (taken !== undefined) return { enter, release: hold(mine, key, folder, taken) };
        } catch (error) {
          if (error instanceof Unlockable) return free;
          throw error;
        }
        holder = holderOf(folder);
      }
      if (holder === undefined) return undefined;
      const state = holder === 'unreadable' ? 'unknown' : stateOfHolder(holder);
      if (state === 'ended' && holder !== 'unreadable') {
        // Nobody has it, and where it can't be cleared nobody can take it.
        if (!clearLock(folder, holder) && !isWritable(folder)) return free;
      } else {
        const waited = performance.now() - begun;
        const who = nameOf(holder);
        if (waited >= SILENT_MS && !told.has(who)) {
          told.add(who);
          tell(waitingWords(folder, holder, state));
        }
        if (waited >= waitMs) throw new ArchiveBusy(busyWords(folder, holder, state, waited));
      }
      return undefined;
    },
  };
}

function hold(mine: Map<string, Held>, key: string, folder: string, { id }: Holder): () => void {
  let done = () => {};
  const released = new Promise<void>((resolve) => {
    done = resolve;
  });
  mine.set(key, { id, released });
  const inherited = process.env[INHERITED];
  process.env[INHERITED] = [...(inherited?.split(' ') ?? []), id].join(' ');
  const release = () => {
    process.off('exit', release);
    mine.delete(key);
    const others = process.env[INHERITED]?.split(' ').filter((other) => other !== id) ?? [];
    if (others.length > 0) process.env[INHERITED] = others.join(' ');
    else delete process.env[INHERITED];
    releaseLock(folder, id);
    done();
  };
  process.on('exit', release);
  return release;
}

/** Whether the lock is held by a process that has started this one, for itself and for us. */
function isInherited(folder: string): boolean {
  const ids = process.env[INHERITED]?.split(' ');
  if (ids === undefined) return false;
  const holder = holderOf(folder);
  if (holder === undefined || holder === 'unreadable') return false;
  const ours = [...(held.get()?.values() ?? [])].some(({ id }) => id === holder.id);
  return !ours && ids.includes(holder.id);
}

function realFolder(content: string): string {
  try {
    return realpathSync.native(content);
  } catch {
    return path.resolve(content);
  }
}

function longestWait(): number {
  const seconds = Number(process.env['ARCHIVE_LOCK_WAIT'] || 600);
  return (Number.isFinite(seconds) ? seconds : 600) * 1000;
}
