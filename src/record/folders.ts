import { createHash } from 'node:crypto';
import path from 'node:path';
import { realPath } from './real-path.ts';

/** Where a command reads, writes and keeps what it may throw away; all absolute. */
export interface Folders {
  readonly content: string;
  readonly out: string;
  readonly cache: string;
}

/** Name of the file in a cache that says of which content folder it is. */
export const OWNER_FILE = 'content-folder';

/**
 * The folders of this run. Every command honours `ARCHIVE_CONTENT` and `ARCHIVE_OUT`; two archives
 * built by one checkout never share a cache, and an archive that is reached by a link has the cache of its folder.
 *
 * @param root folder of this project; relative settings are read from the working folder
 */
export function foldersOf(env: NodeJS.ProcessEnv, root: string): Folders {
  const content = path.resolve(env['ARCHIVE_CONTENT'] || path.join(root, 'content'));
  const out = path.resolve(env['ARCHIVE_OUT'] || path.join(root, 'dist'));
  const key = createHash('sha256')
    .update(`${realPath(content)}\n${realPath(out)}`)
    .digest('hex')
    .slice(0, 12);
  return { content, out, cache: path.join(root, '.pressmark', key) };
}
