import { statSync } from 'node:fs';

/** How many numbers a stamp is. */
export const STAMP = 4;

/** A file that changed so shortly before it was looked at may change again within one tick of the clock. */
const SETTLED_MS = 2000;

/**
 * Stamp of a file, what a file system says of it without reading it: size, times of change of its bytes and of its
 * entry, and which file it is. The second time can't be set by programs, so an edit that keeps size and
 * date is still seen.
 *
 * @param now milliseconds since 1970, when the look is taken
 * @param stamps where its numbers are put; NaN for a file that is missing, or that changed so shortly before that
 *   its stamp proves nothing
 */
export function putStamp(file: string, now: number, stamps: Float64Array, at: number): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined || now - stat.ctimeMs < SETTLED_MS) {
    stamps.fill(Number.NaN, at, at + STAMP);
    return;
  }
  stamps[at] = stat.size;
  stamps[at + 1] = stat.mtimeMs;
  stamps[at + 2] = stat.ctimeMs;
  stamps[at + 3] = stat.ino;
}
