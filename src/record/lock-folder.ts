import { randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Holder, thisHolder } from './lock-holder.ts';
import { writeSynced } from './write-synced.ts';

/** Name of a lock in the content folder; its drafts and remains begin with it. */
export const LOCK = '.archive-lock';

const HOLDER = 'holder.json';

/** How long remains are kept; nobody decides on what they read so long before. */
const REMAINS_MS = 24 * 60 * 60 * 1000;

/** Thrown where a folder can't be written to or has gone, so that nobody can lock it. */
export class Unlockable extends Error {
  override readonly name = 'Unlockable';
}

/**
 * Takes the lock of a folder, if nobody has it: a folder with the holder's name in it is made aside and
 * put in place by one `rename`, which fails where a lock is. So no lock is ever half there, also on
 * disks without links.
 *
 * @returns the holder, or undefined when somebody else has it
 * @throws Unlockable
 */
export function takeLock(folder: string, command: string): Holder | undefined {
  const holder = thisHolder(randomUUID(), command);
  const draft = path.join(folder, `${LOCK}-${holder.id}`);
  try {
    mkdirSync(draft);
    // Git takes no notice of a folder that ignores all that is in it.
    writeFileSync(path.join(draft, '.gitignore'), '*\n');
    writeSynced(path.join(draft, HOLDER), JSON.stringify(holder), 'wx');
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (['EROFS', 'EACCES', 'EPERM', 'ENOENT'].includes(code ?? '')) throw new Unlockable();
    throw error;
  }
  if (moved(draft, path.join(folder, LOCK))) {
    clearRemains(folder);
    return holder;
  }
  rmSync(draft, { recursive: true, force: true });
  return undefined;
}

/** Who has the lock; undefined when nobody has, `unreadable` when nothing says who. */
export function holderOf(folder: string): Holder | 'unreadable' | undefined {
  const lock = path.join(folder, LOCK);
  // Between two looks at a lock it may have been given back and taken by somebody else.
  for (let tries = 0; tries < 3; tries++) {
    try {
      const holder = JSON.parse(readFileSync(path.join(lock, HOLDER), 'utf8')) as Holder;
      if (typeof holder.id === 'string') return holder;
    } catch {
      if (!statSync(lock, { throwIfNoEntry: false })) return undefined;
    }
  }
  return 'unreadable';
}

/** Gives a lock back that is still this holder's. */
export function releaseLock(folder: string, id: string): void {
  const gone = path.join(folder, `${LOCK}-${id}`);
  for (let tries = 0; tries < 20; tries++) {
    const holder = holderOf(folder);
    if (holder === undefined || holder === 'unreadable' || holder.id !== id) return;
    if (moved(path.join(folder, LOCK), gone)) {
      rmSync(gone, { recursive: true, force: true });
      return;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  }
}

/**
 * Takes away the lock of a process that has ended. It is moved to a name of that holder's own and stays
 * there for a while: somebody else who has decided the same, and comes when a new holder has the lock,
 * finds the name taken and moves nothing.
 *
 * @returns whether it was there to be moved, and could be
 */
export function clearLock(folder: string, { id }: Holder): boolean {
  return moved(path.join(folder, LOCK), path.join(folder, `${LOCK}-${id}`));
}

/** Whether something can be put into a folder. */
export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function clearRemains(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${LOCK}-`)) continue;
    const file = path.join(folder, name);
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.ctimeMs ?? Date.now());
    if (age > REMAINS_MS) rmSync(file, { recursive: true, force: true });
  }
}

/** @returns whether it was; a folder is never moved over one that holds something */
function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Windows says EPERM or EACCES where a folder is there, or where a scanner has it open.
    if (['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EPERM', 'EACCES', 'EBUSY', 'EROFS'].includes(code ?? ''))
      return false;
    throw error;
  }
}
