import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { linkFile } from '../../record/site-look/work.ts';

/** What the files of a new site are; all by address. */
export interface NewFiles {
  /** Made by this build, and other than what stands. */
  readonly fresh: readonly string[];
  /** Made by this build, and word for word what stands. */
  readonly alike: readonly string[];
  /** Of the old site, and not of the new one. */
  readonly leaves: readonly string[];
}

/**
 * Makes the new site of a folder in which the files of the old one are linked. Nothing is ever written into one of
 * them, because that would be written into the published site too: what is new was made elsewhere, and is
 * moved over its predecessor.
 *
 * @param folders absolute paths: `linked` becomes the new site, `made` holds what this build made
 */
export function composeSite(
  { linked, made, out }: { readonly linked: string; readonly made: string; readonly out: string },
  { fresh, alike, leaves }: NewFiles,
): void {
  for (const address of leaves) {
    rmSync(linked + address);
    removeEmpty(path.dirname(linked + address), linked);
  }
  for (const address of fresh) {
    mkdirSync(path.dirname(linked + address), { recursive: true });
    renameSync(made + address, linked + address);
  }
  for (const address of alike) {
    if (existsSync(linked + address)) continue;
    mkdirSync(path.dirname(linked + address), { recursive: true });
    linkFile(out + address, linked + address);
  }
}

/** Removes a folder in which nothing is left, and those above it, up to the site itself. */
function removeEmpty(folder: string, site: string): void {
  try {
    for (let at = folder; at !== site; at = path.dirname(at)) rmdirSync(at);
  } catch {
    // There is something in it.
  }
}
