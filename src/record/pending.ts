import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LOCK } from './lock-folder.ts';
import { MANIFEST_FILE, parseManifest } from './manifest.ts';

/** Names what is being added, while it is being added. */
export const JOURNAL_FILE = '.adding.json';

/** The manifest as it is going to be. */
export const NEXT_MANIFEST_FILE = '.adding-manifest';

/** Holds a withdrawal from the moment it is decided until it is done. */
export const WITHDRAWAL_FILE = '.withdrawing.json';

/** New files that are being written, and who writes them. */
export interface Journal {
  readonly process: number;
  /** SHA-256 of each file by its path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Whether a file belongs to the work of a command and never to the record. */
export function isOfWork(file: string): boolean {
  return file.startsWith('.adding') || file.startsWith('.withdrawing') || file.startsWith(LOCK);
}

/** The journal of an addition that is going on or was interrupted. */
export function readJournal(folder: string): Journal | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder, JOURNAL_FILE), 'utf8')) as Journal;
  } catch {
    return undefined;
  }
}

/**
 * Files that an addition has begun to write and not yet made part of the record: those that the
 * journal names and the manifest does not hold with that hash. Replacing the manifest, which is one
 * step of the file system, is what makes them part of it all at once.
 */
export function pendingFiles(folder: string): ReadonlySet<string> {
  const journal = readJournal(folder);
  if (journal === undefined) return new Set();
  let text = '';
  try {
    text = readFileSync(path.join(folder, MANIFEST_FILE), 'utf8');
  } catch {
    // Without a manifest nothing has been made part of the record yet.
  }
  const { manifest } = parseManifest(text);
  return new Set(
    Object.entries(journal.files)
      .filter(([file, hash]) => manifest.get(file) !== hash)
      .map(([file]) => file),
  );
}
