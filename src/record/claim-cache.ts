import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Folders, OWNER_FILE } from './folders.ts';

/** Writes into a cache whose it is: whoever withdraws an article must find every cache that holds it. */
export function claimCache({ cache, content }: Pick<Folders, 'cache' | 'content'>): void {
  mkdirSync(cache, { recursive: true });
  writeFileSync(path.join(cache, OWNER_FILE), content);
}
