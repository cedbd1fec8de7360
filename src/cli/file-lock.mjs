// Plain JavaScript without dependencies: this runs on Node 20, before anything is installed.
import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs `work` while no other process of ours holds the same lock file. */
export async function withLock(file, work) {
  mkdirSync(join(file, '..'), { recursive: true });
  while (!takeLock(file)) await new Promise((resolve) => setTimeout(resolve, 250));
  const heartbeat = setInterval(() => touch(file), 2000);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(file, { force: true });
  }
}

function takeLock(file) {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  // Its owner touches the file every two seconds: an old one was left by a process that was killed.
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > 20_000) rmSync(file, { force: true });
  return false;
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody removed the lock by hand: nothing is left to keep fresh.
  }
}
