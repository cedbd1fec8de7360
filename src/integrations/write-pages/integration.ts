import { existsSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer, PathWithRoute } from 'astro';
import { isLeftOut } from '../../record/left-out.ts';
import { currentProgress } from '../../record/progress.ts';
import { currentProgram } from '../kept-program/program.ts';
import { fileOf } from './file-of.ts';
import { FileWriter } from './file-writer.ts';

/**
 * Writes pages as Astro renders them. Astro's own loop asks the disk four things for every page and
 * makes its folder anew, which costs as much as rendering; it also tells nobody how far it is.
 */
export function writePages(): AstroIntegration {
  let folder = '';
  return {
    name: 'pressmark:write-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          // Astro is left with no path to render: they are rendered here, where it asks for them.
          async getStaticPaths() {
            keepTemplates();
            const paths = await astro.getStaticPaths();
            const wanted = paths.filter(
              ({ pathname, route }) => !isLeftOut(fileOf(pathname, route.type)),
            );
            await writeAll(astro, wanted, folder);
            return [];
          },
        }));
      },
    },
  };
}

/** Keeps the templates as compiled, which Astro has laid below the working folder and removes at the end. */
function keepTemplates(): void {
  const compiled = path.resolve('.astro', '.prerender');
  if (existsSync(compiled)) currentProgram()?.keep('templates', compiled);
}

async function writeAll(
  astro: AstroPrerenderer,
  paths: readonly PathWithRoute[],
  folder: string,
): Promise<void> {
  const writer = new FileWriter(folder);
  const progress = currentProgress();
  progress?.begin('Making pages', paths.length);
  for (const { pathname, route } of paths) {
    const file = fileOf(pathname, route.type);
    const request = new Request(new URL(file, 'http://localhost/'));
    const rendered = await astro.render(request, { routeData: route });
    const response = rendered instanceof Response ? rendered : rendered.response;
    if (!response.ok && file !== '404.html') {
      throw new Error(`${file} could not be rendered: status ${response.status}.`);
    }
    writer.write(file, new Uint8Array(await response.arrayBuffer()));
    progress?.step();
    // Rendering never waits for anything outside; this lets the search index have its turn.
    await setImmediate();
  }
}
