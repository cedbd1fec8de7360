import { ofProcess } from '../../record/of-process.ts';
import type { SiteBuild } from './site-build.ts';

const begun = ofProcess<SiteBuild | undefined>('begun build');

/**
 * Names a build that whoever calls Astro has begun, and publishes when Astro is done: what keeps it from that is then
 * said in its own words, without Astro's around them.
 */
export const setBegunBuild = begun.set;

/** The build that was begun outside of Astro; undefined where Astro was called by itself. */
export const begunBuild = begun.get;
