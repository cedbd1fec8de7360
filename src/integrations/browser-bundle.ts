import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { SCRIPT } from '../model/address.ts';
import { noticeOf } from '../model/attribution.ts';
import { PACKAGE_ROOT } from '../record/package-root.ts';

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
        // As Vite names files outside the folder that it serves.
        const entry = `/@fs/${path.join(PACKAGE_ROOT, ENTRY).replaceAll('\\', '/').replace(/^\//, '')}`;
        server.middlewares.use((request, _response, next) => {
          if (request.url?.split('?')[0] === SCRIPT) request.url = entry;
          next();
        });
      },
      'astro:build:done': async ({ dir }) => {
        const folder = path.join(fileURLToPath(dir), path.dirname(SCRIPT));
        for (const entries of BUNDLES) await bundle(folder, entries);
      },
    },
  };
}

async function bundle(outDir: string, entries: Readonly<Record<string, string>>) {
  await build({
    root: PACKAGE_ROOT,
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
          Object.entries(entries).map(([name, file]) => [name, path.join(PACKAGE_ROOT, file)]),
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
