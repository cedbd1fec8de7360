import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { previousSite as previous } from '../../record/recover-site.ts';

/** What the names of old sites in the cache begin with. */
const ASIDE = 'old-site-';

/** Folders beside the site: for the files that this build makes, and for those of the old site that may stay. */
export const madeFolder = (out: string): string => `${out}.building-${process.pid}`;
export const linkedFolder = (out: string): string => `${madeFolder(out)}-linked`;

/**
 * Puts a finished folder in the place of the site. Renaming over a full folder fails, so it takes two
 * steps. The old site is moved to `cache` and removed there by a process of its own: to free the blocks of
 * a hundred thousand files can take a disk longer than to write them.
 *
 * @param cache folder for what may be thrown away
 */
export function replaceSite(staging: string, out: string, cache: string): void {
  rmSync(previous(out), { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, previous(out));
  renameSync(staging, out);
  if (existsSync(previous(out))) removeAside(previous(out), cache);
}

let asides = 0;

/** Removes a folder without waiting for it. @param cache folder for what may be thrown away */
function removeAside(folder: string, cache: string): void {
  const aside = path.join(cache, `${ASIDE}${process.pid}-${asides++}`);
  try {
    mkdirSync(cache, { recursive: true });
    renameSync(folder, aside);
  } catch {
    // Another disk: what can't be moved there is removed here.
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  removeLater(aside);
}

/** Removes what a build made and did not publish. */
export function removeDropped(out: string): void {
  rmSync(madeFolder(out), { recursive: true, force: true });
  if (existsSync(linkedFolder(out))) removeLater(linkedFolder(out));
}

/** Removes a folder in a process of its own, which outlives this one. */
function removeLater(folder: string): void {
  const code = `require('node:fs').rmSync(process.argv[1], { recursive: true, force: true })`;
  spawn(process.execPath, ['-e', code, folder], { detached: true, stdio: 'ignore' }).unref();
}

/** Removes what builds that were killed left behind. */
export function removeStale(out: string, cache: string): void {
  for (const name of existsSync(cache) ? readdirSync(cache) : []) {
    if (name.startsWith(ASIDE)) removeLater(path.join(cache, name));
  }
  const folder = path.dirname(out);
  if (!existsSync(folder)) return;
  const prefix = `${path.basename(out)}.building-`;
  for (const name of readdirSync(folder)) {
    const pid = Number.parseInt(name.startsWith(prefix) ? name.slice(prefix.length) : '', 10);
    if (Number.isInteger(pid) && !isRunning(pid)) {
      removeAside(path.join(folder, name), cache);
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
