import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { PACKAGE_ROOT } from '../../record/package-root.ts';
import { isSameFolder } from '../../record/same-folder.ts';
import type { Purged } from './purge.ts';
import { Remover } from './remove.ts';
import type { Sentences } from './sentences.ts';

/** Caches of the development server, Astro and Vite below the folder of a project; they make them anew. */
const OF_PROJECT = [
  '.astro',
  'node_modules/.astro',
  'node_modules/.vite',
  'node_modules/.vite-temp',
];

/** Folders from which an archive may have been built: the archive's own, the program's, the one at hand. */
export function projectsOf(content: string, root: string): string[] {
  const folders = [root, PACKAGE_ROOT, path.dirname(path.resolve(content)), process.cwd()];
  return folders.filter(
    (folder, at) => folders.findIndex((other) => isSameFolder(folder, other)) === at,
  );
}

/**
 * Removes what other programs keep of an archive. In a project whose only archive it is, all of their caches; in
 * one that builds others too, the files in which the words stand.
 *
 * @param projects folders of projects, absolute
 */
export function purgeProjects(
  projects: readonly string[],
  content: string,
  sentences: Sentences,
): Purged {
  const remover = new Remover();
  const looked: string[] = [];
  const remove = (file: string) => remover.remove(file);
  for (const project of projects) {
    const isOwn = isSameFolder(path.join(project, 'content'), content);
    for (const name of OF_PROJECT) {
      const folder = path.join(project, name);
      if (!existsSync(folder)) continue;
      looked.push(folder);
      if (isOwn) remove(folder);
      else for (const { file } of sentences.foundIn(folder)) remove(path.join(folder, file));
    }
  }
  // It belongs to Node and to all its programs; earlier versions compiled dossiers.
  const folder = process.env['NODE_COMPILE_CACHE'];
  if (folder !== undefined && existsSync(folder) && existsSync(path.join(content, 'dossiers'))) {
    looked.push(folder);
    for (const { file } of sentences.foundIn(folder)) remove(path.join(folder, file));
  }
  return { removed: remover.removed, left: remover.left, looked };
}

/**
 * Removes what builds and restorations that were killed left beside a site and a content folder.
 *
 * @param sites folders of sites that were built of the archive, absolute
 */
export function purgeDrafts(sites: readonly string[], content: string): Purged {
  const remover = new Remover();
  const looked = [...sites, content].map((folder) => path.dirname(folder));
  for (const [at, folder] of [...sites, content].entries()) {
    const beside = looked[at] ?? '';
    const name = path.basename(folder);
    const isDraft =
      folder === content
        ? (other: string) => draftOf(other, `${name}.draft-`)
        : (other: string) => other === `${name}.previous` || other.startsWith(`${name}.building-`);
    for (const other of existsSync(beside) ? readdirSync(beside) : []) {
      if (!isDraft(other)) continue;
      remover.remove(path.join(beside, other));
    }
  }
  return { removed: remover.removed, left: remover.left, looked: [...new Set(looked)] };
}

/** The draft of a command that is still at work stays. */
function draftOf(name: string, prefix: string): boolean {
  if (!name.startsWith(prefix)) return false;
  const id = Number.parseInt(name.slice(prefix.length), 10);
  if (!Number.isInteger(id) || id <= 0) return true;
  try {
    process.kill(id, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'EPERM';
  }
}
