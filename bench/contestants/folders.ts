import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CACHE, ROOT } from '../cache.ts';

/** An empty folder in the cache with the files of `bench/sites/<name>` in it. */
export function siteFolder(name: string, articles: number): string {
  const folder = path.join(CACHE, `${name}-${articles}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(ROOT, 'bench', 'sites', name), folder, { recursive: true });
  return folder;
}

/** Writes a file, with its folder. */
export function writeText(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The Pagefind that our own build uses. */
export const PAGEFIND = path.join(ROOT, 'node_modules', '.bin', 'pagefind');
