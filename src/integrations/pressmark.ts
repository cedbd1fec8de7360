import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, HookParameters } from 'astro';
import { setCurrentArchive } from '../record/current-archive.ts';
import { foldersOf } from '../record/folders.ts';
import { PACKAGE_ROOT } from '../record/package-root.ts';
import { isSameFolder } from '../record/same-folder.ts';
import { sharedRecord } from '../record/shared-record.ts';
import { browserBundle } from './browser-bundle.ts';
import { begunBuild } from './build/begun-build.ts';
import { SiteBuild } from './build/site-build.ts';
import { watchPages } from './build/watch-pages.ts';
import { exportFiles } from './exports/integration.ts';
import { hostFiles } from './host-files.ts';
import { type PressmarkOptions, readOptions } from './options.ts';
import { routesBeside, routesIn } from './routes.ts';
import { scopeNames } from './scope-names.ts';
import { searchIndex } from './search-index/integration.ts';
import { watchRecord } from './watch-record.ts';

type Setup = HookParameters<'astro:config:setup'>;
/** What an integration may set. */
type Settings = Parameters<Setup['updateConfig']>[0];

/**
 * Makes an archive of the folder `content/` beside `astro.config.mjs`: the pages, and everything that `astro build` and
 * `astro dev` do beside rendering them. The site is made in a folder of its own and takes the place of the old one at
 * the very end, after the hooks of all other integrations.
 *
 * @throws WrongOptions
 */
export function pressmark(options: PressmarkOptions = {}): AstroIntegration[] {
  readOptions(options);
  const own = [
    scopeNames(),
    watchPages(),
    watchRecord(),
    browserBundle(),
    searchIndex(),
    hostFiles(),
    exportFiles(),
  ];
  let build: SiteBuild | undefined;
  const publish: AstroIntegration = {
    name: 'pressmark:publish',
    hooks: {
      'astro:config:done': ({ config }) => {
        const names = new Set([...own, publish, begin].map(({ name }) => name));
        const others = config.integrations.filter(({ name }) => !names.has(name));
        if (others.some(worksOnPages)) build?.shareWithOthers();
      },
      'astro:build:done': () => {
        if (build !== begunBuild()) build?.publish();
      },
    },
  };
  const begin: AstroIntegration = {
    name: 'pressmark',
    hooks: {
      'astro:config:setup': async (setup) => {
        const { command, config, updateConfig } = setup;
        const root = fileURLToPath(config.root).replace(/[\\/]$/, '');
        const { folders } = setCurrentArchive({ root, folders: foldersOf(process.env, root) });
        updateConfig(settingsFor(root, folders));
        injectPages(setup, root);
        if (config.integrations.every(({ name }) => name !== '@astrojs/mdx')) {
          const { default: mdx } = await import('@astrojs/mdx');
          updateConfig({ integrations: [mdx()] });
        }
        if (command !== 'build') {
          updateConfig({ outDir: asFolder(folders.out) });
          return;
        }
        build = begunBuild() ?? new SiteBuild(root, folders, {});
        const { baseUrl } = sharedRecord(folders.content).settings;
        updateConfig({
          ...(config.site === undefined && { site: baseUrl }),
          outDir: asFolder(build.places.made),
          // Added from here it comes last, after whatever the archive has of its own.
          integrations: [publish],
        });
      },
    },
  };
  const compose: AstroIntegration = {
    name: 'pressmark:compose',
    hooks: { 'astro:build:done': () => build?.compose() },
  };
  return [begin, ...own, compose];
}

function settingsFor(
  root: string,
  { content, out, cache }: { content: string; out: string; cache: string },
): Settings {
  return {
    cacheDir: asFolder(cache),
    // 'jsx', the default, drops the white space between inline elements on lines of their own.
    compressHTML: true,
    // Every address is the name of a real file, so that any host can serve it without a rule.
    // A page has its own styles in itself, and is read after one request.
    build: { format: 'file', assets: 'assets', inlineStylesheets: 'always' },
    scopedStyleStrategy: 'where',
    vite: {
      // The policy lets in no script that stands in a page, however small, and no picture that does.
      build: { assetsInlineLimit: 0 },
      // Our templates are TypeScript, wherever they lie.
      ssr: { noExternal: ['pressmark'] },
      // The development server looks for what a browser cannot read in an archive's own scripts alone.
      ...(!isSameFolder(root, PACKAGE_ROOT) && {
        optimizeDeps: { include: ['pressmark > citeproc'] },
      }),
      server: {
        fs: { allow: [root, PACKAGE_ROOT, content] },
        // A watch on every file of caches and of a built site soon reaches the system's limit, and then edits go unseen.
        watch: { ignored: ['**/.pressmark/**', `${out}/**`] },
      },
    },
  };
}

/** Adds our pages to those of the archive, and what is told of a page that cannot be made. In the checkout Astro finds them by itself. */
function injectPages({ config, injectRoute, addMiddleware }: Setup, root: string): void {
  if (isSameFolder(root, PACKAGE_ROOT)) return;
  const own = routesIn(path.join(fileURLToPath(config.srcDir), 'pages'));
  const ours = routesIn(path.join(PACKAGE_ROOT, 'src', 'pages'));
  for (const [pattern, file] of routesBeside(own, ours)) {
    injectRoute({ pattern, entrypoint: file });
  }
  const middleware = pathToFileURL(path.join(PACKAGE_ROOT, 'src', 'middleware.ts'));
  addMiddleware({ entrypoint: middleware, order: 'pre' });
}

function asFolder(folder: string): URL {
  return pathToFileURL(`${folder}${path.sep}`);
}

/** Whether an integration reads or writes the finished pages; it has to find all of them. */
function worksOnPages({ name, hooks }: AstroIntegration): boolean {
  const late = ['astro:build:generated', 'astro:build:done'] as const;
  return !name.startsWith('pressmark:') && late.some((hook) => hooks[hook] !== undefined);
}
