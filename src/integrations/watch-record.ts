import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { currentArchive } from '../record/current-archive.ts';
import { isWithin } from '../record/real-path.ts';
import { readRecord } from '../record/shared-record.ts';

/** In development, reads the record again when a file of it changes; a broken one leaves the last good one shown. */
export function watchRecord(): AstroIntegration {
  return {
    name: 'pressmark:watch-record',
    hooks: {
      'astro:server:setup': ({ server, logger, refreshContent }) => {
        const { content } = currentArchive().folders;
        let timer: NodeJS.Timeout | undefined;
        server.watcher.add(content);
        server.watcher.on('all', (_event, file) => {
          if (!isWithin(file, content)) return;
          clearTimeout(timer);
          timer = setTimeout(async () => {
            if (!readAgain(content, logger)) return;
            await refreshContent?.({ loaders: ['pressmark'] });
            reload(server);
          }, 100);
        });
      },
    },
  };
}

function readAgain(content: string, logger: AstroIntegrationLogger): boolean {
  try {
    readRecord(content);
    logger.info('The content folder was read again.');
    return true;
  } catch (error) {
    logger.error(`\n${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** Has pages say anew which paths they have, and browsers load the page again. */
function reload({ environments }: ViteDevServer): void {
  for (const environment of Object.values(environments)) {
    environment.moduleGraph.invalidateAll();
    environment.hot.send({ type: 'full-reload' });
  }
}
