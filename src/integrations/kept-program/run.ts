import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroPrerenderer } from 'astro';
import type { Folders } from '../../record/folders.ts';
import { ownIntegrations } from '../own.ts';
import { loadTemplates } from './templates.ts';

type Hooks = Record<string, ((given: Record<string, unknown>) => unknown) | undefined>;

/**
 * Builds with templates that were compiled before: the steps of a build in their order, but neither
 * Astro’s compiler nor Vite, which take some seconds however small the change is.
 *
 * @param root folder of this project
 * @param templates absolute path of the kept templates
 */
export async function buildWithKept(
  root: string,
  templates: string,
  folders: Folders,
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
  const astro = await loadTemplates(templates);
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
