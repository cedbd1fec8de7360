import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from './hash.ts';

/** BagIt payload manifest over the content folder (RFC 8493, section 2.1.3); `sha256sum -c` reads it. */
export const MANIFEST_FILE = 'manifest-sha256.txt';

/** Lines of a manifest by path. */
export type Manifest = ReadonlyMap<string, string>;

/**
 * Reads manifest lines.
 *
 * @returns the lines that are well formed, and the numbers (from 1) of those that are not or repeat a path
 */
export function parseManifest(text: string): { manifest: Manifest; badLines: number[] } {
  const manifest = new Map<string, string>();
  const badLines: number[] = [];
  for (const [index, row] of text.split('\n').entries()) {
    if (row === '') continue;
    const [, hash, file] = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(row) ?? [];
    if (hash === undefined || file === undefined || manifest.has(file)) badLines.push(index + 1);
    else manifest.set(file, hash);
  }
  return { manifest, badLines };
}

/** Writes manifest lines in code-unit order of their paths. */
export function formatManifest(manifest: Manifest): string {
  return [...manifest]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, hash]) => `${hash}  ${file}\n`)
    .join('');
}

/** SHA-256 of a file of the record, in hexadecimal. */
export function hashFile(folder: string, file: string): string {
  return sha256(readFileSync(path.join(folder, file)));
}
