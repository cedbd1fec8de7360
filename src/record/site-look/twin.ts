import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** What the names of twins in the cache begin with. */
export const TWIN = 'twin-';

/** Where the twin of a site stands: a folder in which every file of it is linked once more. @param id of its ledger */
export const twinFolder = (cache: string, id: string): string => path.join(cache, `${TWIN}${id}`);

const wish = (cache: string): string => path.join(cache, 'wanted-twin');

/** Says of which ledger a twin is wanted; of none, once a build has begun. */
export function wantTwin(cache: string, id: string | undefined): void {
  if (id === undefined) rmSync(wish(cache), { force: true });
  else writeFileSync(wish(cache), id);
}

/** Whether it is still wanted. */
export function isTwinWanted(cache: string, id: string): boolean {
  try {
    return readFileSync(wish(cache), 'utf8') === id;
  } catch {
    return false;
  }
}

/**
 * Makes a folder the twin of a site: every file of the site is linked in it, and nothing else is there. What is there already
 * stays where it is the same file, so that making an old site the twin of the new one takes little.
 *
 * @param goesOn is asked before each folder; when it says no, nothing more is done
 * @returns whether it is the twin now
 * @throws Error of a disk that knows no links
 */
export function makeTwin(site: string, twin: string, goesOn: () => boolean): boolean {
  if (!goesOn()) return false;
  if (!lstatSync(twin, { throwIfNoEntry: false })?.isDirectory()) {
    rmSync(twin, { force: true });
    mkdirSync(twin);
  }
  const others = new Set(readdirSync(twin));
  for (const entry of readdirSync(site, { withFileTypes: true })) {
    const { name } = entry;
    const [source, target] = [path.join(site, name), path.join(twin, name)];
    const isThere = others.delete(name);
    if (entry.isDirectory()) {
      if (!makeTwin(source, target, goesOn)) return false;
      continue;
    }
    if (isThere && isSameFile(source, target)) continue;
    if (isThere) rmSync(target, { recursive: true, force: true });
    linkSync(source, target);
  }
  for (const name of others) rmSync(path.join(twin, name), { recursive: true, force: true });
  return true;
}

function isSameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((file) => lstatSync(file, { throwIfNoEntry: false }));
  return one !== undefined && one.ino === other?.ino && one.dev === other.dev;
}
