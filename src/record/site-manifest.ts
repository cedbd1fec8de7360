import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SITE_HASHES } from '../model/export-address.ts';
import { formatManifest, type Manifest, parseManifest } from './manifest.ts';

/**
 * File in a published site that names every other file that Pressmark made there, with its hash. `sha256sum -c`
 * reads it. It is also how a build knows that a folder is a site of ours, and which files in it are not.
 */
export const SITE_MANIFEST = SITE_HASHES.slice(1);

/** What a site says of itself. */
export interface SiteManifest {
  /** SHA-256 of each file by its path in the site, without a slash before it. */
  readonly files: Manifest;
  /** Numbers, from 1, of lines that cannot be read. */
  readonly badLines: readonly number[];
  /** The file as it is, to see whether another build has replaced the site. */
  readonly text: string;
}

/** @returns undefined where there is no such file */
export function readSiteManifest(site: string): SiteManifest | undefined {
  let text: string;
  try {
    text = readFileSync(path.join(site, SITE_MANIFEST), 'utf8');
  } catch {
    return undefined;
  }
  const { manifest, problems } = parseManifest(text);
  const badLines = problems.flatMap(({ line }) => line ?? []);
  return { files: manifest, badLines, text };
}

/** @param files SHA-256 of each file by its path in the site */
export const formatSiteManifest = (files: Manifest): string => formatManifest(files);
