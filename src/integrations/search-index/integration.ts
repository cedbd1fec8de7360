import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { isBundled } from '../../model/search-entry.ts';
import { currentArchive } from '../../record/current-archive.ts';
import type { Folders } from '../../record/folders.ts';
import { currentProgress } from '../../record/progress.ts';
import { sharedRecord } from '../../record/shared-record.ts';
import type { ArchiveRecord } from '../../record/types.ts';
import { searchDocuments } from './document.ts';
import { makeIndex, SEARCH } from './make-index.ts';
import { writePagefind } from './write.ts';

/** Makes the search files, and Pagefind's own bundle where the archive is small enough to bring it. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'pressmark:search-index',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        currentProgress()?.begin('Making the search index');
        const { content } = currentArchive().folders;
        await indexSite(sharedRecord(content), fileURLToPath(dir));
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

/** Writes all that is searched into a site. @param site absolute path */
async function indexSite(record: ArchiveRecord, site: string): Promise<void> {
  await makeIndex(record, site);
  if (!isBundled(record.articles.length)) return;
  await writePagefind(searchDocuments(record), path.join(site, BUNDLE));
}

/** Folder of Pagefind's own bundle, for whoever searches several archives at once. */
const BUNDLE = 'pagefind';

/** Indexes again a moment after the last change, one run at a time. */
function indexer(folders: Folders, bundle: string, logger: AstroIntegrationLogger): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = async () => {
    try {
      await indexSite(sharedRecord(folders.content), bundle);
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
