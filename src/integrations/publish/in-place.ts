import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../../record/content-files.ts';
import type { PageLedger } from '../../record/page-ledger.ts';
import { updateSite } from '../../record/site-update.ts';

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

/**
 * Puts what is new into the site that stands, and takes out what is no longer part of it.
 *
 * @param made as `dropAlike` left it; it is gone afterwards
 * @param fresh what `dropAlike` found
 */
export function updateInPlace(
  { made, out, fresh }: { made: string; out: string; fresh: readonly string[] },
  ledger: PageLedger,
): void {
  const stays = new Set([...ledger.kept().map((address) => address.slice(1)), ...fresh]);
  const removed = listFiles(out).files.filter((file) => !stays.has(file));
  if (removed.length > 0 || listFiles(made).files.length > 0) updateSite(made, out, removed);
  else rmSync(made, { recursive: true });
}

function isAlike(made: string, stands: string): boolean {
  const size = statSync(stands, { throwIfNoEntry: false })?.size;
  return size === statSync(made).size && readFileSync(made).equals(readFileSync(stands));
}
