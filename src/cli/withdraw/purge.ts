import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OWNER_FILE } from '../../record/folders.ts';
import { isSameFolder } from '../../record/same-folder.ts';
import { Remover } from './remove.ts';
import type { Sentences } from './sentences.ts';

/**
 * What builds of all archives share: programs, by their keys, and what V8 made of them. Earlier versions compiled
 * dossiers into them.
 */
const [PROGRAMS, COMPILED] = ['programs', 'compiled'];

/** What a purge did. */
export interface Purged {
  /** Absolute paths of what was removed. */
  readonly removed: readonly string[];
  /** Absolute paths of what should have been, and could not be. */
  readonly left: readonly string[];
  /** Absolute paths of the folders that were looked at. */
  readonly looked: readonly string[];
}

/**
 * Removes what earlier builds of an archive remember: it holds its texts, as do programs into which
 * dossiers were compiled, with the sentences that they quote. A cache is of the archive when its owner is
 * the same folder, by whatever path; when nobody can say any more whose it is, because that folder is gone; and when
 * sentences of the text stand in it. Sites that were built stay, until they are built again.
 *
 * @param homes folders in which caches of a project lie, absolute; those that are not there are passed over
 * @param content content folder of the archive
 */
export function purgeCaches(
  homes: readonly string[],
  content: string,
  sentences: Sentences,
): Purged {
  const remover = new Remover();
  const looked = homes.filter((home) => existsSync(home));
  for (const home of looked) {
    const programs = foldersIn(path.join(home, PROGRAMS)).filter((program) =>
      isOf(program, content, sentences),
    );
    for (const program of programs) remover.remove(program);
    for (const cache of foldersIn(home)) {
      const name = path.basename(cache);
      if (name === PROGRAMS) continue;
      const isLost =
        name === COMPILED
          ? programs.length > 0 || existsSync(path.join(content, 'dossiers'))
          : isOf(cache, content, sentences);
      if (isLost) remover.remove(cache);
    }
  }
  return { removed: remover.removed, left: remover.left, looked };
}

/** A build says in its cache what it was of; a cache that does not say may be of any archive. */
function isOf(cache: string, content: string, sentences: Sentences): boolean {
  const owner = ownerOf(cache);
  if (owner === undefined) {
    return /^[\da-f]{12}\b/.test(path.basename(cache)) || sentences.areIn(cache);
  }
  return !existsSync(owner) || isSameFolder(owner, content) || sentences.areIn(cache);
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(folder, name));
}

function ownerOf(cache: string): string | undefined {
  try {
    return readFileSync(path.join(cache, OWNER_FILE), 'utf8');
  } catch {
    return undefined;
  }
}
