import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { OWNER_FILE } from '../../record/folders.ts';

/**
 * Removes what earlier builds of an archive remember: it holds its texts. Sites that were built stay,
 * until they are built again.
 *
 * @param caches folder of all caches of this project
 * @param content content folder of the archive
 * @returns names of the caches that were removed
 */
export function purgeCaches(caches: string, content: string): string[] {
  if (!existsSync(caches)) return [];
  const ours = readdirSync(caches, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isCacheOf(path.join(caches, entry.name), content))
    .map(({ name }) => name);
  for (const name of ours) rmSync(path.join(caches, name), { recursive: true, force: true });
  return ours;
}

/** A build says in its cache what it was of; a cache that does not say may be of any archive. */
function isCacheOf(cache: string, content: string): boolean {
  try {
    return readFileSync(path.join(cache, OWNER_FILE), 'utf8') === content;
  } catch {
    return /^[\da-f]{12}$/.test(path.basename(cache));
  }
}
