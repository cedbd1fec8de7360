import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { KeptProgram } from './program.ts';

/**
 * Has Astro compile, and render nothing: the templates are kept as it lays them below the working
 * folder, which it does for a site that goes elsewhere (`getOutDirWithinCwd`).
 *
 * @param site absolute path of a folder outside the working folder that may be thrown away
 */
export function takeTemplates(program: KeptProgram, site: string): AstroIntegration {
  return {
    name: 'pressmark:take-templates',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ outDir: pathToFileURL(`${site}/`) });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          async getStaticPaths() {
            program.keep('templates', path.resolve('.astro', '.prerender'));
            return [];
          },
        }));
      },
    },
  };
}
