// Plain JavaScript without dependencies: this runs on Node 20, before anything is installed.
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs `work` while no other process of ours holds the same lock file. */
export async function withLock(file, work) {
  mkdirSync(join(file, '..'), { recursive: true });
  const isAbandoned = abandonment(file);
  while (!takeLock(file)) {
    if (isAbandoned()) rmSync(file, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 250));
  }
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
    return false;
  }
}

/**
 * Whether the owner of a lock was killed: its process is gone, or the file, which an owner touches every
 * two seconds, has stayed as it is for twenty, whatever the clocks say.
 */
function abandonment(file) {
  let [seen, since] = [0, 0];
  return () => {
    const stamp = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (stamp !== seen) [seen, since] = [stamp, performance.now()];
    return isGone(file) || performance.now() - since > 20_000;
  };
}

function isGone(file) {
  try {
    const owner = Number.parseInt(readFileSync(file, 'utf8'), 10);
    if (owner > 0) process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody removed the lock by hand: nothing is left to keep fresh.
  }
}
