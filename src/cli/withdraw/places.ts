import { existsSync } from 'node:fs';
import path from 'node:path';
import { readMade } from '../../record/claim-cache.ts';
import type { Folders } from '../../record/folders.ts';
import { realPath } from '../../record/real-path.ts';
import { isSameFolder } from '../../record/same-folder.ts';
import { projectsOf } from './project-caches.ts';

/** Folders in which caches may lie: of the program, of the archive's own project, of the one at hand. */
export function cachesOf({ content, cache }: Folders, root: string): string[] {
  const homes = [path.dirname(cache)];
  for (const project of projectsOf(content, root)) homes.push(path.join(project, '.pressmark'));
  return [...new Set(homes)];
}

/** Everything that was made of the archive and noted: sites, ZIPs; what was made under a name that is gone too. */
export function madeOf(folders: Folders, root: string): string[] {
  const made = cachesOf(folders, root).flatMap(readMade);
  const ours = made.filter(
    ({ content }) => !existsSync(content) || isSameFolder(content, folders.content),
  );
  return [...new Set(ours.map((one) => one.path))];
}

/** Sites that were built of the archive, wherever they are. */
export function sitesOf(folders: Folders, root: string): string[] {
  const sites = madeOf(folders, root).filter((file) => path.extname(file) !== '.zip');
  return [...new Set([realPath(folders.out), ...sites])];
}

/** Where copies may lie: in projects, and beside what was made. */
export function foldersOfCopies(folders: Folders, root: string): string[] {
  const projects = projectsOf(folders.content, root);
  const beside = [realPath(folders.out), ...madeOf(folders, root)].map((file) =>
    path.dirname(file),
  );
  const deploy = projects.map((project) => path.join(project, 'deploy'));
  return [...new Set([...projects, ...deploy, ...beside])].filter((folder) => existsSync(folder));
}
