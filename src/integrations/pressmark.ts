import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { foldersOf } from '../record/folders.ts';
import { browserBundle } from './browser-bundle.ts';
import { begunBuild } from './build/begun-build.ts';
import { SiteBuild } from './build/site-build.ts';
import { watchPages } from './build/watch-pages.ts';
import { exportFiles } from './exports/integration.ts';
import { hostFiles } from './host-files.ts';
import { searchIndex } from './search-index/integration.ts';

/**
 * Makes an archive of a content folder: everything that `astro build` and `astro dev` do beside rendering the pages.
 * The site is made in a folder of its own and takes the place of the old one at the very end, after the hooks of
 * all other integrations.
 *
 * @param root folder of this project
 */
export function pressmark(root: string = process.cwd()): AstroIntegration[] {
  const folders = foldersOf(process.env, root);
  const own = [
    watchPages(),
    browserBundle(root),
    searchIndex({ folders }),
    hostFiles({ folders }),
    exportFiles({ root, folders }),
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
      'astro:config:setup': ({ command, updateConfig }) => {
        const { out, cache } = folders;
        updateConfig({
          cacheDir: pathToFileURL(`${cache}${path.sep}`),
          // Every address is the name of a real file, so that any host can serve it without a rule.
          // A page has its own styles in itself, and is read after one request.
          build: { format: 'file', assets: 'assets', inlineStylesheets: 'always' },
          scopedStyleStrategy: 'where',
          // A watch on every file of caches and of a built site soon reaches the system's limit, and then edits go unseen.
          vite: {
            server: { watch: { ignored: ['**/.pressmark/**', `${out}/**`] } },
            // The policy lets in no script that stands in a page, however small, and no picture that does.
            build: { assetsInlineLimit: 0 },
          },
        });
        if (command !== 'build') {
          updateConfig({ outDir: pathToFileURL(`${out}${path.sep}`) });
          return;
        }
        build = begunBuild() ?? new SiteBuild(root, folders, {});
        updateConfig({
          outDir: pathToFileURL(`${build.places.made}${path.sep}`),
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

/** Whether an integration reads or writes the finished pages; it has to find all of them. */
function worksOnPages({ name, hooks }: AstroIntegration): boolean {
  const late = ['astro:build:generated', 'astro:build:done'] as const;
  return !name.startsWith('pressmark:') && late.some((hook) => hooks[hook] !== undefined);
}
