import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';

/** What is below a folder of a site. */
export interface FoundFiles {
  /** Paths of files, with `/` between folders, in code-unit order. */
  readonly files: readonly string[];
  /** Paths of links, sockets and whatever else is neither a file nor a folder. */
  readonly others: readonly string[];
}

/**
 * Every file below a folder, hidden ones too. Links are not followed: what they point to is not in the folder.
 *
 * @returns nothing where there is no such folder
 */
export function filesBelow(folder: string): FoundFiles {
  const [files, others]: [string[], string[]] = [[], []];
  const open = [''];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    for (const entry of entriesIn(path.join(folder, below))) {
      const file = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) open.push(file);
      else (entry.isFile() ? files : others).push(file);
    }
  }
  return { files: files.sort(), others: others.sort() };
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
