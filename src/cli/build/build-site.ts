import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setBegunBuild } from '../../integrations/build/begun-build.ts';
import {
  alreadyBuilt,
  type BuildOptions,
  type Built,
  SiteBuild,
} from '../../integrations/build/site-build.ts';
import type { Folders } from '../../record/folders.ts';

/**
 * Builds the site with Astro, unless it stands as it would come out.
 *
 * @param root folder of this project
 * @throws ArchiveProblems with every problem of the content folder
 */
export async function buildSite(
  root: string,
  folders: Folders,
  options: BuildOptions,
): Promise<Built> {
  const standing = options.cold ? undefined : alreadyBuilt(root, folders);
  if (standing !== undefined) return standing;
  Object.assign(process.env, { ARCHIVE_CONTENT: folders.content, ARCHIVE_OUT: folders.out });
  const begun = new SiteBuild(root, folders, options);
  setBegunBuild(begun);
  try {
    // Loaded here alone: a build that finds nothing to do needs none of it.
    const { build } = await import('astro');
    await inWorkFolder(root, () => build({ root, logLevel: 'warn' }));
    return begun.publish();
  } finally {
    setBegunBuild(undefined);
  }
}

/**
 * Runs a build in a working folder of its own. Astro lays compiled templates into `.astro` of the working folder when
 * the site goes elsewhere (`getOutDirWithinCwd`), and two builds of one checkout would have them in each other's way.
 */
async function inWorkFolder(root: string, run: () => Promise<void>): Promise<void> {
  const before = process.cwd();
  const work = path.join(root, '.pressmark', `work-${process.pid}`);
  mkdirSync(work, { recursive: true });
  process.chdir(work);
  try {
    await run();
  } finally {
    process.chdir(before);
    rmSync(work, { recursive: true, force: true });
  }
}
