import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { foundIn } from '../sentences/find-sentences.ts';
import type { Sentences } from './sentences.ts';

/** A copy of an archive or of its site that no command of ours changes. */
export interface Copy {
  /** Absolute path. */
  readonly path: string;
  /** Whether the text stands in it; undefined where that could not be seen. */
  readonly holds: boolean | undefined;
}

const PACKED =
  /\.(?:zip|wacz|tar|tgz|tar\.(?:gz|bz2|xz|zst)|7z|rar|bundle|warc(?:\.gz)?|zip\.part|bak)$/i;
/** Packed in a way that is not looked into. */
const CLOSED = /\.(?:bz2|xz|zst|7z|rar|bundle)$/i;
/** What makes a folder a bag, a copy of a site, or a content folder. */
const SIGNS = ['bagit.txt', 'data/record.ndjson', 'archive.yml'];
/** Longer files are not read for this. */
const LONGEST = 2 ** 30;

/**
 * Finds ZIPs, bags and other copies of an archive beside it and where they were made.
 *
 * @param folders in which they may lie, absolute; not deeper than that
 * @param known files and folders that were made of the archive
 * @param own folders that are dealt with otherwise: the content folder and its sites
 */
export function findCopies(
  folders: readonly string[],
  known: readonly string[],
  own: readonly string[],
  sentences: Sentences,
): Copy[] {
  const candidates = new Set(known.filter((file) => existsSync(file)));
  for (const folder of folders) {
    for (const entry of entriesIn(folder)) {
      const file = path.join(folder, entry.name);
      const isCopy = entry.isDirectory()
        ? SIGNS.some((sign) => existsSync(path.join(file, sign)))
        : PACKED.test(entry.name);
      if (isCopy) candidates.add(file);
    }
  }
  for (const folder of own) candidates.delete(folder);
  const copies = [...candidates]
    .sort()
    .map((file) => ({ path: file, holds: holds(file, sentences) }));
  // What was made of another archive, and was looked through, is nothing to tell.
  return copies.filter((copy) => copy.holds !== false || known.includes(copy.path));
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Of what can't be read nothing is known. */
function holds(file: string, sentences: Sentences): boolean | undefined {
  try {
    return isHeldIn(file, sentences);
  } catch {
    return undefined;
  }
}

function isHeldIn(file: string, sentences: Sentences): boolean | undefined {
  const stat = statSync(file);
  if (stat.isDirectory()) {
    const isThere = sentences.areIn(file);
    return sentences.hasTime ? isThere : undefined;
  }
  const canBeRead = stat.isFile() && stat.size <= LONGEST && !CLOSED.test(file);
  if (!canBeRead || !sentences.hasTime) return undefined;
  for (const _ of foundIn(readFileSync(file), sentences.words)) return true;
  return false;
}
