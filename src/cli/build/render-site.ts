import type { KeptProgram } from '../../integrations/kept-program/program.ts';
import type { Folders } from '../../record/folders.ts';

/**
 * Renders and publishes the site. The cache is the working folder meanwhile, as it was when the templates were
 * compiled: a folder that two builds share would have them in each other's way.
 *
 * @param root folder of this project
 * @param program compiled and whole
 */
export async function renderSite(
  root: string,
  folders: Folders,
  program: KeptProgram,
): Promise<void> {
  const { content, out, cache } = folders;
  const before = process.cwd();
  Object.assign(process.env, { ARCHIVE_CONTENT: content, ARCHIVE_OUT: out });
  process.chdir(cache);
  try {
    // Loaded here alone: a build that finds nothing to do needs none of it.
    const { buildWithKept } = await import('../../integrations/kept-program/run.ts');
    await buildWithKept(root, folders, program);
  } finally {
    process.chdir(before);
  }
}
