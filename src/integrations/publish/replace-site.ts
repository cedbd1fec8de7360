import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { LeftSite } from '../../record/page-ledger.ts';
import { previousSite as previous } from '../../record/recover-site.ts';
import { TWIN, twinFolder, wantTwin } from '../../record/site-look/twin.ts';

/** What the names of old sites in the cache begin with. */
const ASIDE = 'old-site-';

/** Folders beside the site: for the files that this build makes, and for those of the old site that may stay. */
export const madeFolder = (out: string): string => `${out}.building-${process.pid}`;
export const linkedFolder = (out: string): string => `${madeFolder(out)}-linked`;

/**
 * Puts a finished folder in the place of the site. Renaming over a full folder fails, so it takes two
 * steps. The old site is moved to `cache` and removed there by a process of its own: to free the blocks of
 * a hundred thousand files can take a disk longer than to write them. Or it becomes the twin of the new one.
 *
 * @param cache folder for what may be thrown away
 * @param twinOf id of the ledger of a site that is large enough to have a twin
 */
export function replaceSite(staging: string, out: string, cache: string, twinOf?: string): void {
  rmSync(previous(out), { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, previous(out));
  renameSync(staging, out);
  if (twinOf !== undefined) makeTwinLater(out, cache, twinOf);
  else if (existsSync(previous(out))) removeAside(previous(out), cache);
}

/** Keeps the links of a site that stays as it is. @param twinOf id of its ledger, if it is large enough */
export function keepTwin(left: LeftSite, cache: string, twinOf: string | undefined): void {
  if (twinOf === undefined) return;
  try {
    renameSync(left.links(), twinFolder(cache, twinOf));
  } catch {
    // Another disk; the links are removed at the end.
  }
}

function makeTwinLater(out: string, cache: string, id: string): void {
  const aside = asideIn(cache);
  try {
    if (existsSync(previous(out))) renameSync(previous(out), aside);
  } catch {
    // Another disk, where nothing can be linked.
    rmSync(previous(out), { recursive: true, force: true });
    return;
  }
  wantTwin(cache, id);
  const script = path.join(import.meta.dirname, 'twin-process.ts');
  spawnLater([script, out, cache, aside, id]);
}

let asides = 0;

const asideIn = (cache: string): string => path.join(cache, `${ASIDE}${process.pid}-${asides++}`);

/** Removes a folder without waiting for it. @param cache folder for what may be thrown away */
function removeAside(folder: string, cache: string): void {
  const aside = asideIn(cache);
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

/** Removes all that builds remember, without waiting for it: with a twin that is many files. */
export function dropCache(cache: string): void {
  const aside = `${cache}-${ASIDE}${process.pid}`;
  try {
    renameSync(cache, aside);
  } catch {
    rmSync(cache, { recursive: true, force: true });
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
  spawnLater(['-e', code, folder]);
}

/** Starts a process that outlives this one. */
function spawnLater(args: readonly string[]): void {
  spawn(process.execPath, args, { detached: true, stdio: 'ignore' }).unref();
}

/** Removes what builds that were killed left behind. @param twinOf id of the ledger whose twin is of use */
export function removeStale(out: string, cache: string, twinOf = ''): void {
  for (const name of existsSync(cache) ? readdirSync(cache) : []) {
    const isTwin = name.startsWith(TWIN) && path.join(cache, name) !== twinFolder(cache, twinOf);
    if (name.startsWith(ASIDE) || isTwin) removeLater(path.join(cache, name));
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
