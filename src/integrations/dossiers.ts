import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { currentArchive } from '../record/current-archive.ts';
import { PACKAGE_ROOT } from '../record/package-root.ts';
import { sharedRecord } from '../record/shared-record.ts';

const NAME = 'virtual:pressmark-dossiers';
const RESOLVED = `\0${NAME}`;

/**
 * Makes modules of the dossiers of the content folder, wherever that lies: `import.meta.glob` knows
 * only folders that stand in the code. The module exports a map from slug to component.
 */
export function dossiers(): AstroIntegration {
  return {
    name: 'pressmark:dossiers',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const { folders } = currentArchive();
        const below = `${folders.content}${path.sep}`;
        updateConfig({
          vite: {
            plugins: [
              {
                name: NAME,
                enforce: 'pre',
                async resolveId(id, importer) {
                  if (id === NAME) return RESOLVED;
                  // A content folder elsewhere has no packages beside it; what a dossier is compiled
                  // to imports Astro's.
                  if (!importer?.startsWith(below) || /^[./\0]/.test(id)) return null;
                  return await this.resolve(id, path.join(PACKAGE_ROOT, 'package.json'), {
                    skipSelf: true,
                  });
                },
                load(id) {
                  // Where articles were withdrawn, what is compiled is not the file as it stands.
                  const guide = sharedRecord(folders.content).dossiers.find(
                    ({ file }) => path.join(folders.content, file) === id,
                  );
                  if (guide?.published !== undefined) return guide.published;
                  if (id !== RESOLVED) return null;
                  const files = sharedRecord(folders.content).dossiers.map(({ slug, file }) => ({
                    slug,
                    file: path.join(folders.content, file),
                  }));
                  const imports = files.map(
                    ({ file }, at) =>
                      `import { Content as D${at} } from ${JSON.stringify(file.replaceAll('\\', '/'))};`,
                  );
                  const entries = files.map(({ slug }, at) => `[${JSON.stringify(slug)}, D${at}]`);
                  return `${imports.join('\n')}\nexport default new Map([${entries.join(', ')}]);\n`;
                },
              },
            ],
          },
        });
      },
    },
  };
}
