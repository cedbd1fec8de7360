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
 * @param stamps where its numbers are put; NaN for a file that is missing
 */
export function putStamp(file: string, stamps: Float64Array, at: number): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  stamps[at] = stat?.size ?? Number.NaN;
  stamps[at + 1] = stat?.mtimeMs ?? Number.NaN;
  stamps[at + 2] = stat?.ctimeMs ?? Number.NaN;
  stamps[at + 3] = stat?.ino ?? Number.NaN;
}

/**
 * Whether a stamp proves that a file with the same one is the same; it does not when the file had changed shortly
 * before.
 *
 * @param now milliseconds since 1970, when the stamp was taken
 */
export function isSettled(stamps: Float64Array, at: number, now: number): boolean {
  return now - (stamps[at + 2] ?? Number.NaN) >= SETTLED_MS;
}
