import { ofProcess } from '../../record/of-process.ts';
import type { Built, SiteBuild } from './site-build.ts';

const begun = ofProcess<SiteBuild | undefined>('begun');
const built = ofProcess<Built>('built');

/**
 * Hands a build that our command has begun over to the integration. What keeps it from beginning is said before Astro
 * starts, in our words alone.
 */
export const handOver = begun.set;

/** The build that our command has begun, once; undefined where Astro was called by itself. */
export function takeOver(): SiteBuild | undefined {
  const build = begun.get();
  begun.set(undefined);
  return build;
}

/** What the last build of this process came to. */
export const lastBuilt = built.get;

/** Says what a build came to. */
export const reportBuilt = built.set;
