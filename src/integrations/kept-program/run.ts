import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroPrerenderer } from 'astro';
import type { Folders } from '../../record/folders.ts';
import { ownIntegrations } from '../own.ts';
import type { KeptProgram } from './program.ts';
import { loadTemplates } from './templates.ts';

type Hooks = Record<string, ((given: Record<string, unknown>) => unknown) | undefined>;

/**
 * Builds with compiled templates: the steps of a build of Astro’s in their order, but neither its compiler nor Vite,
 * which take some seconds however small the change is, and much memory.
 *
 * @param root folder of this project
 * @param program compiled and whole
 */
export async function buildWithKept(
  root: string,
  folders: Folders,
  program: KeptProgram,
): Promise<void> {
  const integrations = ownIntegrations(root, folders);
  let outDir = new URL('dist/', pathToFileURL(`${root}/`));
  let prerenderer: AstroPrerenderer | undefined;
  const updateConfig = (config: { outDir?: URL }) => {
    if (config.outDir) outDir = config.outDir;
  };
  const call = async (hook: string, given: Record<string, unknown>) => {
    for (const { hooks } of integrations) await (hooks as Hooks)[hook]?.(given);
  };
  await call('astro:config:setup', { command: 'build', updateConfig });
  await call('astro:config:done', { config: { outDir } });
  const astro = await loadTemplates(program.find('templates') ?? '');
  await call('astro:build:start', {
    setPrerenderer(make: (astro: AstroPrerenderer) => AstroPrerenderer) {
      prerenderer = make(astro);
    },
  });
  const site = fileURLToPath(outDir);
  mkdirSync(site, { recursive: true });
  cpSync(path.join(root, 'public'), site, { recursive: true });
  await prerenderer?.getStaticPaths();
  await call('astro:build:done', { dir: outDir });
}
