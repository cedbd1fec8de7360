import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

const previous = (out: string) => `${out}.previous`;

/** Puts a finished folder in the place of the site. Renaming over a full folder fails, so it takes two steps. */
export function replaceSite(staging: string, out: string): void {
  rmSync(previous(out), { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, previous(out));
  renameSync(staging, out);
  rmSync(previous(out), { recursive: true, force: true });
}

/** Brings back the old site when a run was killed between the two steps of `replaceSite`. */
export function recoverSite(out: string): void {
  if (!existsSync(out) && existsSync(previous(out))) renameSync(previous(out), out);
}

/** Removes what builds that were killed left behind. */
export function removeStale(out: string): void {
  const folder = path.dirname(out);
  if (!existsSync(folder)) return;
  const prefix = `${path.basename(out)}.building-`;
  for (const name of readdirSync(folder)) {
    const pid = Number.parseInt(name.startsWith(prefix) ? name.slice(prefix.length) : '', 10);
    if (Number.isInteger(pid) && !isRunning(pid)) {
      rmSync(path.join(folder, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
