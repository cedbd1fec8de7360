import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../../record/content-files.ts';
import type { PageLedger } from '../../record/page-ledger.ts';
import { updateSite } from '../../record/site-update.ts';

/**
 * Puts what a build made into the site that stands, and takes out what is no longer part of it. A file
 * that came out as it stands keeps its date, so that tools which copy sites pass it over.
 *
 * @param made absolute path of a folder with the files that this build made; it is gone afterwards
 */
export function updateInPlace(made: string, out: string, ledger: PageLedger): void {
  const fresh = listFiles(made).files;
  const stays = new Set([...ledger.kept().map((address) => address.slice(1)), ...fresh]);
  const removed = listFiles(out).files.filter((file) => !stays.has(file));
  const changed = fresh.filter((file) => {
    if (!isAlike(path.join(made, file), path.join(out, file))) return true;
    rmSync(path.join(made, file));
    return false;
  });
  if (changed.length > 0 || removed.length > 0) updateSite(made, out, removed);
  else rmSync(made, { recursive: true });
}

function isAlike(made: string, stands: string): boolean {
  const size = statSync(stands, { throwIfNoEntry: false })?.size;
  return size === statSync(made).size && readFileSync(made).equals(readFileSync(stands));
}
