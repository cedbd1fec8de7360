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
      'astro:server:setup': ({ server, logger }) => {
        const { content } = currentArchive().folders;
        let timer: NodeJS.Timeout | undefined;
        server.watcher.add(content);
        server.watcher.on('all', (_event, file) => {
          if (!isWithin(file, content)) return;
          clearTimeout(timer);
          timer = setTimeout(() => readAgain(content, server, logger), 100);
        });
      },
    },
  };
}

function readAgain(content: string, server: ViteDevServer, logger: AstroIntegrationLogger): void {
  try {
    readRecord(content);
    // Pages are asked again for their paths, and browsers load the page again.
    for (const environment of Object.values(server.environments)) {
      environment.moduleGraph.invalidateAll();
      environment.hot.send({ type: 'full-reload' });
    }
    logger.info('The content folder was read again.');
  } catch (error) {
    logger.error(`\n${error instanceof Error ? error.message : String(error)}`);
  }
}
