import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer, PathWithRoute } from 'astro';
import { CardMaker } from '../../cards/card-maker.ts';
import { isLeftOut } from '../../record/left-out.ts';
import { ofProcess } from '../../record/of-process.ts';
import { currentProgress } from '../../record/progress.ts';
import { currentProgram } from '../kept-program/program.ts';
import { fileOf } from './file-of.ts';
import { FileWriter } from './file-writer.ts';
import { renderPage } from './render-page.ts';
import { currentThreads } from './render-threads.ts';
import { SharedWork, sharedNumbers } from './shared-work.ts';

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
            currentProgress()?.begin('Finding pages');
            const templates = currentProgram()?.find('templates');
            if (templates !== undefined) currentThreads()?.prepare({ templates });
            // Where threads render, each finds the cards for itself, and all of them are busy anyhow.
            const cards = currentCards.set(
              currentThreads() === undefined ? new CardMaker() : undefined,
            );
            try {
              const paths = await astro.getStaticPaths();
              const wanted = paths.filter(
                ({ pathname, route }) => !isLeftOut(fileOf(pathname, route.type)),
              );
              await writeAll(astro, wanted.sort(cardsLast), folder);
            } finally {
              await cards?.stop();
            }
            return [];
          },
        }));
      },
    },
  };
}

const currentCards = ofProcess<CardMaker | undefined>('card-maker');

/** Cards are drawn by a thread of their own meanwhile. */
function cardsLast(a: PathWithRoute, b: PathWithRoute): number {
  const [one, other] = [a, b].map(({ pathname }) => Number(pathname.startsWith('/cards/')));
  return (one ?? 0) - (other ?? 0);
}

/** Renders every path once, in all threads of this build. */
async function writeAll(
  astro: AstroPrerenderer,
  paths: readonly PathWithRoute[],
  site: string,
): Promise<void> {
  assertApart(paths);
  const numbers = sharedNumbers();
  const work = new SharedWork(numbers, paths.length);
  const threads = currentThreads();
  const pathnames = paths.map(({ pathname }) => pathname);
  threads?.send({ site, pathnames, numbers });
  const writer = new FileWriter(site);
  const progress = currentProgress();
  progress?.begin('Making pages', paths.length);
  let told = 0;
  const tell = () => {
    const { done } = work;
    progress?.step(done - told);
    told = done;
  };
  for (const at of work) {
    const page = paths[at];
    if (page === undefined) break;
    const { file, bytes } = await renderPage(astro, page);
    writer.write(file, bytes);
    tell();
    // Rendering never waits for anything outside; this lets the search index have its turn.
    await setImmediate();
  }
  await threads?.finish();
  tell();
}

/** @throws Error when two pages claim one address */
function assertApart(paths: readonly PathWithRoute[]): void {
  const files = new Set<string>();
  for (const { pathname, route } of paths) {
    const file = fileOf(pathname, route.type);
    if (files.has(file)) throw new Error(`Two pages claim the address /${file}.`);
    files.add(file);
  }
}
