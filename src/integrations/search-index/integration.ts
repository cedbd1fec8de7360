import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { isBundled } from '../../model/search-entry.ts';
import { currentArchive } from '../../record/current-archive.ts';
import type { Folders } from '../../record/folders.ts';
import { sharedRecord } from '../../record/shared-record.ts';
import { searchDocuments } from './document.ts';
import { enterIndex, keepsIndex, keepsSearch } from './kept-index.ts';
import { packIndex } from './pack-index.ts';
import { SEARCH, SearchStep } from './search-step.ts';
import { writePagefind } from './write.ts';

/** Makes the search files, and Pagefind's own bundle where the archive is small enough to bring it. */
export function searchIndex(): AstroIntegration {
  let [site, key] = ['', ''];
  let bundle: Promise<void> | undefined;
  let search: SearchStep | undefined;
  return {
    name: 'pressmark:search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = fileURLToPath(config.outDir);
      },
      'astro:build:start': () => {
        const { folders } = currentArchive();
        const record = sharedRecord(folders.content);
        key = record.digest;
        if (!keepsSearch(key)) search = new SearchStep(record, site, folders);
        if (!isBundled(record.articles.length) || keepsIndex(`/${BUNDLE}/`, key)) return;
        bundle = writePagefind(searchDocuments(record), path.join(site, BUNDLE));
        // The build waits for it at its end; a failure until then is not an unheard one.
        bundle.catch(() => undefined);
      },
      'astro:build:done': async () => {
        await search?.finish();
        if (bundle === undefined) return;
        await bundle;
        enterIndex(site, `/${BUNDLE}/`, key);
      },
      'astro:server:setup': ({ server, logger }) => {
        const { folders } = currentArchive();
        const bundle = path.join(folders.cache, 'dev-search');
        const refresh = indexer(folders, bundle, logger);
        server.watcher.on('all', (_event, file) => {
          if (file.startsWith(folders.content)) refresh();
        });
        refresh();
        for (const folder of [BUNDLE, SEARCH]) {
          server.middlewares.use(`/${folder}`, (request, response, next) => {
            const name = path.normalize(`/${request.url?.split('?')[0] ?? ''}`);
            const file = path.join(bundle, folder, name);
            if (!existsSync(file) || !statSync(file).isFile()) return next();
            const type = file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
            response.setHeader('Content-Type', type);
            createReadStream(file).pipe(response);
          });
        }
      },
    },
  };
}

/** Folder of Pagefind's own bundle, for whoever searches several archives at once. */
const BUNDLE = 'pagefind';

/** Indexes again a moment after the last change, one run at a time. */
function indexer(folders: Folders, bundle: string, logger: AstroIntegrationLogger): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = async () => {
    try {
      const record = sharedRecord(folders.content);
      if (isBundled(record.articles.length)) {
        await writePagefind(searchDocuments(record), path.join(bundle, BUNDLE));
      }
      await packIndex(record, bundle);
      logger.info('The search index is ready.');
    } catch (error) {
      logger.error(error instanceof Error ? error.message : String(error));
    }
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(run);
    }, 500);
  };
}
