import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ContentSeen } from './content-look.ts';

/**
 * Digest of what a site is made from, by what the disk says of it: the stamps of all files of a
 * content folder, with the digest of the code.
 *
 * @returns undefined when a file changed so shortly before that its stamp proves nothing
 */
export function stateOf(
  { files, problems, stamps }: ContentSeen,
  code: string,
): string | undefined {
  if (files.length === 0 || problems.length > 0) return undefined;
  if (stamps.some((number) => Number.isNaN(number))) return undefined;
  return createHash('sha256')
    .update([`${code} ${process.env['ARCHIVE_LEAVE_OUT'] ?? ''}`, ...files].join('\n'))
    .update(stamps)
    .digest('hex');
}

/** What is remembered of the last build that came to its end. */
export interface LastBuild {
  readonly state: string;
  readonly articles: number;
}

const FILE = 'last-build.json';

/** @param cache absolute path of a folder for what may be thrown away */
export function readLastBuild(cache: string): LastBuild | undefined {
  try {
    return JSON.parse(readFileSync(path.join(cache, FILE), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Remembers a build; one of an uncertain state is forgotten. */
export function saveLastBuild(cache: string, state: string | undefined, articles: number): void {
  const file = path.join(cache, FILE);
  if (state === undefined) {
    rmSync(file, { force: true });
    return;
  }
  writeFileSync(`${file}.new`, JSON.stringify({ state, articles } satisfies LastBuild));
  renameSync(`${file}.new`, file);
}
