import { ofProcess } from '../../record/of-process.ts';
import type { BuildOptions, Built } from './site-build.ts';

const options = ofProcess<BuildOptions>('build options');
const built = ofProcess<Built>('built');

/** How the build that runs is asked for; undefined where Astro was called by itself. */
export const currentOptions = options.get;

/** Says how the next build of this process is asked for. */
export const setOptions = options.set;

/** What the last build of this process came to. */
export const lastBuilt = built.get;

/** Says what a build came to. */
export const reportBuilt = built.set;
