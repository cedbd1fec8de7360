import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Folders, OWNER_FILE } from './folders.ts';
import { sha256 } from './hash.ts';
import { realPath } from './real-path.ts';

/** Folder beside the caches in which stands what was made of which archive; it outlives the caches. */
export const MADE = 'made';

/** A site, or a copy of one, that was made of an archive. */
export interface Made {
  /** Absolute path of the content folder. */
  readonly content: string;
  /** Absolute path of what was made. */
  readonly path: string;
}

/**
 * Writes into a cache whose it is, by the path without links, and where the site goes: `withdraw` must find every
 * cache and every site that holds a text, by whatever name the archive was built.
 */
export function claimCache({
  cache,
  content,
  out,
}: Pick<Folders, 'cache' | 'content'> & { readonly out?: string }): void {
  mkdirSync(cache, { recursive: true });
  writeFileSync(path.join(cache, OWNER_FILE), realPath(content));
  if (out !== undefined) noteMade(path.dirname(cache), { content, path: out });
}

/** Notes something that was made of an archive. @param caches folder of all caches of the project */
export function noteMade(caches: string, { content, path: file }: Made): void {
  const made: Made = { content: realPath(content), path: realPath(file) };
  const folder = path.join(caches, MADE);
  mkdirSync(folder, { recursive: true });
  const name = sha256(`${made.content}\n${made.path}`).slice(0, 12);
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(made));
}

/** All that was noted and is there, or of an archive that is; of what is gone altogether the note goes too. */
export function readMade(caches: string): Made[] {
  const folder = path.join(caches, MADE);
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.sort().flatMap((name) => {
    try {
      const made = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Partial<Made>;
      const { content, path: file } = made;
      if (typeof content !== 'string' || typeof file !== 'string') return [];
      if (existsSync(content) || existsSync(file)) return [{ content, path: file }];
      rmSync(path.join(folder, name), { force: true });
      return [];
    } catch {
      return [];
    }
  });
}
