import { realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * Absolute path of a file or folder with every link in it followed, so that one folder has one name. What does
 * not exist yet is named below the nearest folder that does.
 */
export function realPath(file: string): string {
  const absolute = path.resolve(file);
  try {
    return realpathSync(absolute);
  } catch {
    const parent = path.dirname(absolute);
    return parent === absolute ? absolute : path.join(realPath(parent), path.basename(absolute));
  }
}

/** Whether a folder is another one or lies in it; both as {@link realPath} gives them. */
export function isWithin(folder: string, outer: string): boolean {
  const below = path.relative(outer, folder);
  return below === '' || (below.split(path.sep)[0] !== '..' && !path.isAbsolute(below));
}
