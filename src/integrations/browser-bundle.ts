import { cpSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { SCRIPT } from '../model/address.ts';
import { noticeOf } from '../model/attribution.ts';
import { currentProgram } from './kept-program/program.ts';

const ENTRY = 'src/browser/start.ts';

/**
 * Scripts with fixed names: the start, and what a page names by its address. The worker is bundled by
 * itself, so that it is one file: what it shared with a page would be one round trip more.
 */
const BUNDLES = [
  { start: ENTRY, search: 'src/browser/search/panel.ts' },
  { 'search-worker': 'src/browser/search/worker.ts' },
] as const;

/** What the search page shares with others, in one file under a fixed name, so that it can be preloaded. */
const SHARED = { name: 'search-parts', test: /src\/(?:model|browser\/search)\//, minShareCount: 2 };

/** Stemmers are a module a language, loaded by the worker when one is asked for. */
function isStemmer(module: string): boolean {
  return /[\\/]@orama[\\/]stemmers[\\/]/.test(module);
}

/**
 * Bundles what runs in the reader's browser: one small script under a fixed name on every page,
 * which imports the rest when it is used. Astro would spell its address from the root of the host,
 * and then the same bytes would not work under a path or from a folder.
 */
export function browserBundle(): AstroIntegration {
  return {
    name: 'pressmark:browser-bundle',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, _response, next) => {
          if (request.url?.split('?')[0] === SCRIPT) request.url = `/${ENTRY}`;
          next();
        });
      },
      'astro:build:done': ({ dir }) => {
        const kept = currentProgram()?.find('assets');
        if (kept === undefined) throw new Error('The scripts were not bundled.');
        cpSync(kept, path.join(fileURLToPath(dir), path.dirname(SCRIPT)), { recursive: true });
      },
    },
  };
}

/**
 * Bundles the scripts.
 *
 * @param root folder of this project
 * @param folder absolute path of the folder they go to
 */
export async function bundleScripts(root: string, folder: string): Promise<void> {
  for (const entries of BUNDLES) await bundle(root, folder, entries);
}

async function bundle(root: string, outDir: string, entries: Readonly<Record<string, string>>) {
  // Loaded here alone: only the process that compiles needs it.
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    base: './',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      target: 'es2022',
      // As a library: for a page, Vite adds 1.8 kB that preload the styles of what is imported.
      lib: {
        entry: Object.fromEntries(
          Object.entries(entries).map(([name, file]) => [name, path.join(root, file)]),
        ),
        formats: ['es'],
      },
      rolldownOptions: {
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: ({ name, moduleIds }) => {
            if (name === SHARED.name) return '[name].js';
            return moduleIds.some(isStemmer) ? 'stems-[name]-[hash].js' : '[name]-[hash].js';
          },
          codeSplitting: { groups: [SHARED] },
          minify: true,
          postBanner: ({ moduleIds }) => noticeOf(moduleIds),
        },
      },
    },
  });
}
