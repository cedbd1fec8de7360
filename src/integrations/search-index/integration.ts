import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { Folders } from '../../record/folders.ts';
import { currentProgress } from '../../record/progress.ts';
import { sharedRecord } from '../../record/shared-record.ts';
import { searchDocuments } from './document.ts';
import { enterIndex, keepsIndex } from './kept-index.ts';
import { packIndex } from './pack-index.ts';
import { writePagefind } from './write.ts';

/** Makes the search index while pages are made (Pagefind is a process of its own), and in development when the server starts. */
export function searchIndex({ folders }: { folders: Folders }): AstroIntegration {
  let [site, key] = ['', ''];
  let written: Promise<void> | undefined;
  return {
    name: 'pressmark:search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = fileURLToPath(config.outDir);
      },
      'astro:build:start': () => {
        const record = sharedRecord(folders.content);
        key = record.digest;
        if (FOLDERS.every((folder) => keepsIndex(`/${folder}/`, key))) return;
        written = writePagefind(searchDocuments(record), path.join(site, 'pagefind'));
        // The build waits for it at its end; a failure until then is not an unheard one.
        written.catch(() => undefined);
      },
      'astro:build:done': async () => {
        if (written === undefined) return;
        currentProgress()?.begin('Finishing the search index');
        await written;
        packIndex(sharedRecord(folders.content), site);
        for (const folder of FOLDERS) enterIndex(site, `/${folder}/`, key);
      },
      'astro:server:setup': ({ server, logger }) => {
        const bundle = path.join(folders.cache, 'dev-search');
        const refresh = indexer(folders, bundle, logger);
        server.watcher.on('all', (_event, file) => {
          if (file.startsWith(folders.content)) refresh();
        });
        refresh();
        for (const folder of FOLDERS) {
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

/** Pagefind's bundle, and the files made of it that the search page reads. */
const FOLDERS = ['pagefind', 'search'] as const;

/** Indexes again a moment after the last change, one run at a time. */
function indexer(folders: Folders, bundle: string, logger: AstroIntegrationLogger): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = async () => {
    try {
      const record = sharedRecord(folders.content);
      await writePagefind(searchDocuments(record), path.join(bundle, 'pagefind'));
      packIndex(record, bundle);
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
