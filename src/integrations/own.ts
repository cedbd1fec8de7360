import type { AstroIntegration } from 'astro';
import type { Folders } from '../record/folders.ts';
import { ofProcess } from '../record/of-process.ts';
import { browserBundle } from './browser-bundle.ts';
import { exportFiles } from './exports/integration.ts';
import { hostFiles } from './host-files.ts';
import type { KeptProgram } from './kept-program/program.ts';
import { takeTemplates } from './kept-program/take-templates.ts';
import { publish } from './publish/integration.ts';
import { searchIndex } from './search-index/integration.ts';
import { writePages } from './write-pages/integration.ts';

const compiling = ofProcess<{ readonly program: KeptProgram; readonly site: string }>('compiling');

/** Has this process compile a program, and build nothing. */
export const compileOnly = compiling.set;

/**
 * The steps of a build that are not Astro's, in their order: the site is swapped in when everything else
 * stands in it.
 *
 * @param root folder of this project
 */
export function ownIntegrations(root: string, folders: Folders): AstroIntegration[] {
  const only = compiling.get();
  if (only !== undefined) return [takeTemplates(only.program, only.site)];
  return [
    writePages(),
    browserBundle(),
    searchIndex({ folders }),
    hostFiles({ folders }),
    exportFiles({ root, folders }),
    publish({ folders }),
  ];
}
