import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../../record/content-files.ts';

/**
 * Takes out of what a build made whatever stands so already: it keeps its date, and tools that copy
 * sites pass it over.
 *
 * @param made absolute path of a folder with the files that this build made
 * @returns addresses of the files that were there: those that are new, and those that stand so
 */
export function dropAlike(made: string, out: string): { fresh: string[]; alike: string[] } {
  const fresh: string[] = [];
  const alike: string[] = [];
  for (const file of listFiles(made).files) {
    const isSame = isAlike(path.join(made, file), path.join(out, file));
    if (isSame) rmSync(path.join(made, file));
    (isSame ? alike : fresh).push(`/${file}`);
  }
  return { fresh, alike };
}

function isAlike(made: string, stands: string): boolean {
  const size = statSync(stands, { throwIfNoEntry: false })?.size;
  return size === statSync(made).size && readFileSync(made).equals(readFileSync(stands));
}
