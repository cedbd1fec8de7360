import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from './hash.ts';
import { LOCK } from './lock-folder.ts';
import { manifestText, parseManifest } from './manifest.ts';
import { recordPathFault } from './record-path.ts';

/** Names what is being added, while it is being added. */
export const JOURNAL_FILE = '.adding.json';

/** New files stand here, whole, until they are moved to where they belong. */
export const STAGING_FOLDER = '.adding-files';

/** The manifest as it is going to be. */
export const NEXT_MANIFEST_FILE = '.adding-manifest';

/** Holds a sealing of several files from the moment it is decided until it is done. */
export const SEALING_FILE = '.sealing.json';

/** Holds a withdrawal from the moment it is decided until it is done. */
export const WITHDRAWAL_FILE = '.withdrawing.json';

/** Where commands write a file before they rename it; worth nothing to anybody else. */
export const DRAFTS = [
  NEXT_MANIFEST_FILE,
  '.adding-attributes',
  `${JOURNAL_FILE}-next`,
  `${SEALING_FILE}-next`,
  `${WITHDRAWAL_FILE}-next`,
];

/** Whether a command may have been interrupted here, or is at work. */
export function isInterrupted(folder: string): boolean {
  return [JOURNAL_FILE, STAGING_FOLDER, SEALING_FILE, ...DRAFTS].some((file) =>
    existsSync(path.join(folder, file)),
  );
}

/** New files that are being written. */
export interface Journal {
  /** SHA-256 of the manifest that they are added to; journals of earlier versions have none. */
  readonly base?: string;
  /** SHA-256 of the manifest that makes them part of the record. */
  readonly next?: string;
  /** SHA-256 of each file by its path. */
  readonly files: Readonly<Record<string, string>>;
}

/** SHA-256 of a folder's manifest; that of an empty text where there is none. */
export function manifestId(folder: string): string {
  return sha256(manifestText(folder) ?? '');
}

/** Whether a file belongs to the work of a command, or of version control, and never to the record. */
export function isOfWork(file: string): boolean {
  return ['.adding', '.sealing', '.withdrawing', LOCK].some((name) => file.startsWith(name));
}

/** The journal of an addition that is going on or was interrupted. */
export function readJournal(folder: string): Journal | undefined {
  try {
    const journal = JSON.parse(readFileSync(path.join(folder, JOURNAL_FILE), 'utf8')) as Journal;
    const hashes = Object.values(journal.files ?? {});
    return hashes.every((hash) => typeof hash === 'string') && hashes.length > 0
      ? journal
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a journal still speaks of the record as it is: its files are on the way in as long as the
 * manifest is the one that they are added to. Replacing that, which is one step of the file system, makes them
 * part of the record all at once; whatever comes after it, a journal that was left behind decides nothing.
 */
export function isUnderWay(folder: string, { base }: Journal): boolean {
  return base === undefined || base === manifestId(folder);
}

/**
 * Files that an addition has begun to write and not yet made part of the record: those that the journal
 * names, with the bytes that it says, and the manifest does not name.
 */
export function pendingFiles(folder: string): ReadonlySet<string> {
  const journal = readJournal(folder);
  if (journal === undefined || !isUnderWay(folder, journal)) return new Set();
  const { manifest } = parseManifest(manifestText(folder) ?? '');
  return new Set(
    Object.entries(journal.files)
      .filter(
        ([file, hash]) =>
          recordPathFault(file) === undefined && !manifest.has(file) && holds(folder, file, hash),
      )
      .map(([file]) => file),
  );
}

/** Whether a file has the bytes of a hash. */
export function holds(folder: string, file: string, hash: string): boolean {
  try {
    return sha256(readFileSync(path.join(folder, file))) === hash;
  } catch {
    return false;
  }
}
