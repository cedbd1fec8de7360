import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { nextInPlace, previousSite, swapInPlace } from '../../record/recover-site.ts';

/**
 * Folder in which a build makes the new site: beside the old one, so that it can take its place by a rename.
 *
 * @param out folder of the site, every link in it followed
 */
export const madeFolder = (out: string): string => `${out}.building-${process.pid}`;

/**
 * Puts a finished folder in the place of the site. Renaming over a full folder fails, so it takes two
 * steps; {@link recoverSite} goes back when the second was never taken. A folder that cannot be renamed, because
 * something is mounted there or the folder around it may not be written to, is replaced entry by entry.
 *
 * @param made absolute path of the new site
 * @param out absolute path of the site, every link in it followed
 */
export function replaceSite(made: string, out: string): void {
  rmSync(previousSite(out), { recursive: true, force: true });
  try {
    if (existsSync(out)) renameSync(out, previousSite(out));
  } catch (error) {
    if (!isUnmovable(error)) throw error;
    replaceInPlace(made, out);
    return;
  }
  renameSync(made, out);
  rmSync(previousSite(out), { recursive: true, force: true });
}

function replaceInPlace(made: string, out: string): void {
  const next = nextInPlace(out);
  rmSync(next, { recursive: true, force: true });
  try {
    renameSync(made, next);
  } catch (error) {
    if (!isUnmovable(error)) throw error;
    cpSync(made, next, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    rmSync(made, { recursive: true, force: true });
  }
  swapInPlace(out);
}

/** What systems answer where a folder is a mount point, on another disk, or in a folder that is not ours. */
function isUnmovable(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return ['EBUSY', 'EXDEV', 'EACCES', 'EPERM', 'EROFS'].includes(code);
}

/** Makes the folder for a new site, and takes away what builds that were killed left beside it. */
export function prepareFolder(out: string): string {
  const folder = path.dirname(out);
  mkdirSync(folder, { recursive: true });
  const prefix = `${path.basename(out)}.building-`;
  for (const name of readdirSync(folder)) {
    const process_ = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : NaN;
    if (Number.isInteger(process_) && !isRunning(process_)) {
      rmSync(path.join(folder, name), { recursive: true, force: true });
    }
  }
  const made = madeFolder(out);
  rmSync(made, { recursive: true, force: true });
  return made;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
