import { hash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { FileGroup, SiteFile } from '../../formats/files/site-file.ts';
import { fileGroups } from '../../formats/files/site-files.ts';
import { type HoldingsToExport, holdingsOf } from '../../formats/reference/holdings.ts';
import { areStylesWritten } from '../../model/export-address.ts';
import { currentArchive } from '../../record/current-archive.ts';
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
export function exportFiles(): AstroIntegration {
  let made = '';
  return {
    name: 'pressmark:exports',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const address = decodeURI(request.url?.split('?')[0] ?? '');
          const file = /\.(?:txt|bib|ris|json|csv|xml|opml|ndjson)$/.test(address)
            ? find(exportsOf(currentArchive().folders.content).groups, address)
            : undefined;
          if (file === undefined) return next();
          response.setHeader('Content-Type', 'text/plain; charset=utf-8');
          response.end([...file.text()].join(''));
        });
      },
      'astro:config:done': ({ config }) => {
        made = fileURLToPath(config.outDir).replace(/[\\/]$/, '');
      },
      'astro:build:done': () => {
        currentProgress()?.begin('Writing exports');
        const { groups, holdings } = exportsOf(currentArchive().folders.content);
        writeExports(made, wanted(groups), holdings.settings);
        writeSitemap(made, holdings);
      },
    },
  };
}

function exportsOf(content: string): {
  groups: Iterable<FileGroup>;
  holdings: HoldingsToExport;
} {
  const record = sharedRecord(content);
  const holdings = holdingsOf(record);
  const groups = fileGroups(holdings, {
    ...(areStylesWritten(holdings.articles.length) && { styled: readStyles() }),
    recordLines: () => recordLines(content, record),
    digest: (data) => hash('sha256', data),
  });
  return { groups, holdings };
}

function find(groups: Iterable<FileGroup>, address: string): SiteFile | undefined {
  for (const { addresses, files } of groups) {
    const at = addresses.indexOf(address);
    if (at !== -1) return files()[at];
  }
  return undefined;
}

/** Leaves out the groups of which a measurement wants nothing. */
function* wanted(groups: Iterable<FileGroup>): Generator<FileGroup> {
  for (const group of groups) {
    const isWanted = group.addresses.map((address) => !isLeftOut(address));
    if (isWanted.every(Boolean)) yield group;
    else if (isWanted.some(Boolean)) {
      yield {
        ...group,
        addresses: group.addresses.filter((_, at) => isWanted[at]),
        files: () => group.files().filter((_, at) => isWanted[at]),
      };
    }
  }
}
