import type { AstroIntegration } from 'astro';
import type { Folders } from '../record/folders.ts';
import { browserBundle } from './browser-bundle.ts';
import { dossiers } from './dossiers.ts';
import { exportFiles } from './exports/integration.ts';
import { hostFiles } from './host-files.ts';
import { publish } from './publish/integration.ts';
import { searchIndex } from './search-index/integration.ts';
import { writePages } from './write-pages/integration.ts';

/**
 * The steps of a build that are not Astro's, in their order: the site is swapped in when everything else
 * stands in it.
 *
 * @param root folder of this project
 */
export function ownIntegrations(root: string, folders: Folders): AstroIntegration[] {
  return [
    dossiers({ root, folders }),
    writePages(),
    browserBundle({ root }),
    searchIndex({ folders }),
    hostFiles({ folders }),
    exportFiles({ root, folders }),
    publish({ folders }),
  ];
}
