import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Folders, OWNER_FILE } from './folders.ts';
import { realPath } from './real-path.ts';

/**
 * Writes into a cache whose it is, by the path without links: `withdraw` must find every cache that holds a text,
 * by whatever name the archive was built.
 */
export function claimCache({ cache, content }: Pick<Folders, 'cache' | 'content'>): void {
  mkdirSync(cache, { recursive: true });
  writeFileSync(path.join(cache, OWNER_FILE), realPath(content));
}
