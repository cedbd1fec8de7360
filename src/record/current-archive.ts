import type { Folders } from './folders.ts';
import { ofProcess } from './of-process.ts';

/** Where an archive lies. */
export interface ArchivePlace {
  /** Folder of the archive's own `astro.config.mjs` and `package.json`, in which `.pressmark/` lies. */
  readonly root: string;
  readonly folders: Folders;
}

const current = ofProcess<ArchivePlace>('archive');

/** Says which archive this process builds or serves. */
export const setCurrentArchive = current.set;

/** The archive that this process builds or serves. */
export function currentArchive(): ArchivePlace {
  const place = current.get();
  if (place === undefined) throw new Error('Astro runs without the integration of Pressmark.');
  return place;
}
