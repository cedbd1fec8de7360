import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** Whether two paths lead to one folder: by a link, by another spelling, by a mount. */
export function isSameFolder(one: string, other: string): boolean {
  if (path.resolve(one) === path.resolve(other)) return true;
  const [a, b] = [one, other].map((file) =>
    statSync(file, { bigint: true, throwIfNoEntry: false }),
  );
  if (a === undefined || b === undefined) return false;
  // Some disks number no files; there the paths have to do.
  if (a.ino !== 0n) return a.ino === b.ino && a.dev === b.dev;
  return realpathSync(one) === realpathSync(other);
}
