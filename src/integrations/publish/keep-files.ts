import { cpSync, linkSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../../record/content-files.ts';

/**
 * Takes out of what a build made whatever stands so already: it keeps its date, and tools that copy
 * sites pass it over.
 *
 * @param made absolute path of a folder with the files that this build made
 * @returns all files that were there, as paths below it
 */
export function dropAlike(made: string, out: string): string[] {
  const { files } = listFiles(made);
  for (const file of files) {
    if (isAlike(path.join(made, file), path.join(out, file))) rmSync(path.join(made, file));
  }
  return files;
}

/** Whether the site that stands differs from the new one. @param stays files of the new one, made or kept */
export function hasChanges(made: string, out: string, stays: ReadonlySet<string>): boolean {
  return listFiles(made).files.length > 0 || listFiles(out).files.some((file) => !stays.has(file));
}

/**
 * Puts files of the site that stands beside those that were made. They are linked: two folders then share
 * their bytes, and the old site stays whole until it is replaced.
 *
 * @param stays files of the new site, as paths below it
 */
export function linkKept(made: string, out: string, stays: ReadonlySet<string>): void {
  const folders = new Set<string>();
  const anew = new Set(listFiles(made).files);
  for (const file of stays) {
    if (anew.has(file)) continue;
    const target = path.join(made, file);
    const folder = path.dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    link(path.join(out, file), target);
  }
}

function link(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // Some disks know no links, or no more of one file.
    cpSync(source, target, { preserveTimestamps: true });
  }
}

function isAlike(made: string, stands: string): boolean {
  const size = statSync(stands, { throwIfNoEntry: false })?.size;
  return size === statSync(made).size && readFileSync(made).equals(readFileSync(stands));
}
