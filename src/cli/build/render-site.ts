import path from 'node:path';
import type { KeptProgram } from '../../integrations/kept-program/program.ts';
import type { Folders } from '../../record/folders.ts';
import { withLock } from '../file-lock.mjs';

/**
 * Renders and publishes the site, with templates that were compiled before, if there are some. One
 * build of a checkout compiles at a time: what Astro writes while it does (`.astro/`) belongs to the
 * project, and who waited finds the templates of the one before.
 *
 * @param root folder of this project
 */
export async function renderSite(
  root: string,
  folders: Folders,
  program: KeptProgram,
): Promise<void> {
  await within(folders, async () => {
    if (program.find('templates') === undefined) {
      let built: Promise<void> | undefined;
      await withLock(path.join(root, '.pressmark', 'compile.lock'), async () => {
        if (program.find('templates') !== undefined) return;
        const { build } = await import('astro');
        built = build({ root, logLevel: 'warn' });
        await Promise.race([built, program.compiled]);
      });
      if (built !== undefined) return built;
    }
    // Loaded here alone, as Astro is above: a build that finds nothing to do needs neither.
    const { buildWithKept } = await import('../../integrations/kept-program/run.ts');
    await buildWithKept(root, program.find('templates') ?? '', folders);
  });
}

/**
 * Runs a build with the cache as the working folder: that is where Astro lays the chunks it renders from when the site
 * goes elsewhere (`getOutDirWithinCwd`), and a folder that two builds share would have them run each other's.
 */
async function within({ content, out, cache }: Folders, run: () => Promise<void>): Promise<void> {
  const before = process.cwd();
  Object.assign(process.env, { ARCHIVE_CONTENT: content, ARCHIVE_OUT: out });
  process.chdir(cache);
  try {
    await run();
  } finally {
    process.chdir(before);
  }
}
