import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { OWNER_FILE } from '../../record/folders.ts';

/** What builds of all archives share: programs, by their keys, and what V8 made of them. */
const [PROGRAMS, COMPILED] = ['programs', 'compiled'];

/**
 * Removes what earlier builds of an archive remember: it holds its texts, as do programs into which
 * dossiers were compiled, with the sentences that they quote. Sites that were built stay, until they
 * are built again.
 *
 * @param caches folder of all caches of this project
 * @param content content folder of the archive
 * @returns names of the caches that were removed
 */
export function purgeCaches(caches: string, content: string): string[] {
  const remove = (...name: string[]) =>
    // A process that follows a build may be at work in it (`twin-process.ts`), and ends when it finds this.
    rmSync(path.join(caches, ...name), { recursive: true, force: true, maxRetries: 10 });
  const programs = path.join(caches, PROGRAMS);
  const withDossiers = foldersIn(programs).filter(
    (name) => ownerOf(path.join(programs, name)) === content,
  );
  for (const name of withDossiers) remove(PROGRAMS, name);
  if (withDossiers.length > 0) remove(COMPILED);
  const ours = foldersIn(caches).filter((name) => isCacheOf(path.join(caches, name), content));
  for (const name of ours) remove(name);
  return ours;
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** A build says in its cache what it was of; a cache that does not say may be of any archive. */
function isCacheOf(cache: string, content: string): boolean {
  const owner = ownerOf(cache);
  return owner === undefined ? /^[\da-f]{12}$/.test(path.basename(cache)) : owner === content;
}

function ownerOf(cache: string): string | undefined {
  try {
    return readFileSync(path.join(cache, OWNER_FILE), 'utf8');
  } catch {
    return undefined;
  }
}
