import { statSync } from 'node:fs';

/** What a file system says of a file without reading it, in one line. */
export type FileStamp = string;

/** A file that changed so shortly before it was looked at may change again within one tick of the clock. */
const SETTLED_MS = 2000;

/**
 * Stamp of a file: size, times of change of its bytes and of its entry, and which file it is. The
 * second time can't be set by programs, so an edit that keeps size and date is still seen.
 *
 * @param now milliseconds since 1970, when the look is taken
 * @returns undefined for a file that is missing, or that changed so shortly before that its stamp proves nothing
 */
export function stampOf(file: string, now: number): FileStamp | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined || now - stat.ctimeMs < SETTLED_MS) return undefined;
  return `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.ino}`;
}
