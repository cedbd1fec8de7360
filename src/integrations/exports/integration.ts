import { hash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { SiteFile } from '../../formats/files/site-file.ts';
import { siteFiles } from '../../formats/files/site-files.ts';
import { type HoldingsToExport, holdingsOf } from '../../formats/reference/holdings.ts';
import { areStylesWritten } from '../../model/export-address.ts';
import type { Folders } from '../../record/folders.ts';
import { isLeftOut } from '../../record/left-out.ts';
import { currentProgress } from '../../record/progress.ts';
import { sharedRecord } from '../../record/shared-record.ts';
import { recordLines } from './record-lines.ts';
import { writeSitemap } from './site-map.ts';
import { readStyles } from './styles.ts';
import { writeExports } from './write.ts';

/**
 * Writes what is not a page: citations, feeds, data. They are made from the record and written by
 * us, because a route of Astro's for each of them costs more than the file itself.
 */
export function exportFiles({
  root,
  folders,
}: {
  root: string;
  folders: Folders;
}): AstroIntegration {
  return {
    name: 'pressmark:exports',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const address = decodeURI(request.url?.split('?')[0] ?? '');
          const file = /\.(?:txt|bib|ris|json|csv|xml|opml|ndjson)$/.test(address)
            ? find(filesOf(root, folders).files, address)
            : undefined;
          if (file === undefined) return next();
          response.setHeader('Content-Type', 'text/plain; charset=utf-8');
          response.end([...file.text()].join(''));
        });
      },
      'astro:build:done': ({ dir }) => {
        const out = fileURLToPath(dir);
        const { files, holdings } = filesOf(root, folders);
        currentProgress()?.begin('Writing exports');
        writeExports({ made: out, published: folders.out }, wanted(files), holdings.settings);
        writeSitemap(out, holdings);
      },
    },
  };
}

function filesOf(
  root: string,
  { content }: Folders,
): { files: Iterable<SiteFile>; holdings: HoldingsToExport } {
  const record = sharedRecord(content);
  const holdings = holdingsOf(record);
  const files = siteFiles(holdings, {
    ...(areStylesWritten(holdings.articles.length) && { styled: readStyles(root) }),
    recordLines: () => recordLines(content, record),
    digest: (text) => hash('sha256', text, 'base64url').slice(0, 16),
  });
  return { files, holdings };
}

function find(files: Iterable<SiteFile>, address: string): SiteFile | undefined {
  for (const file of files) if (file.address === address) return file;
  return undefined;
}

function* wanted(files: Iterable<SiteFile>): Generator<SiteFile> {
  for (const file of files) if (!isLeftOut(file.address)) yield file;
}
