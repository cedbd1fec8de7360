import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { listFiles } from './content-files.ts';
import { sha256 } from './hash.ts';
import { formatManifest, hashFile, MANIFEST_FILE, parseManifest } from './manifest.ts';
import { JOURNAL_FILE, NEXT_MANIFEST_FILE, pendingFiles, readJournal } from './pending.ts';
import { writeSynced } from './write-synced.ts';

/** Thrown when nothing could be added; nothing of it is part of the record. */
export class NotAdded extends Error {
  override readonly name = 'NotAdded';
}

/**
 * Makes new files part of the record, all of them or none, whenever the process is ended.
 *
 * A journal names them first; readers of the folder pass over what it names until the manifest holds
 * it. Then the files are written, never over one that is there, then the manifest is replaced in one
 * step, then the journal goes. Whoever comes after an interruption takes away what was left.
 *
 * @param files new files by their path in the content folder
 * @throws NotAdded when one of them is there already, or somebody else is adding
 */
export function addFiles(folder: string, files: ReadonlyMap<string, Uint8Array | string>): void {
  undoInterrupted(folder);
  for (const file of files.keys()) {
    if (existsSync(path.join(folder, file))) {
      throw new NotAdded(`${file} is there already. Nothing was written over it.`);
    }
  }
  const hashes = new Map([...files].map(([file, content]) => [file, sha256(content)]));
  const manifest = nextManifest(folder, hashes);
  takeJournal(folder, hashes);
  const begun: string[] = [];
  try {
    for (const [file, content] of files) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeSynced(path.join(folder, file), content, 'wx', () => begun.push(file));
    }
    writeSynced(path.join(folder, NEXT_MANIFEST_FILE), manifest, 'w');
    renameSync(path.join(folder, NEXT_MANIFEST_FILE), path.join(folder, MANIFEST_FILE));
  } catch (error) {
    // Only what this call has made: a file that somebody else put there meanwhile is theirs.
    takeBack(folder, begun);
    throw notWritten(error);
  }
  rmSync(path.join(folder, JOURNAL_FILE));
}

function notWritten(error: unknown): NotAdded {
  const code = (error as NodeJS.ErrnoException).code ?? error;
  return new NotAdded(
    `The content folder cannot be written to (${code}). Nothing was added. Check to whom the folder belongs, and whether its disk is full or can only be read.`,
  );
}

/**
 * Says whether files can be added at all, before somebody has spent their time on what to add.
 *
 * @throws NotAdded
 */
export function assertWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw notWritten(error);
  }
}

/**
 * Takes away what an interrupted addition left.
 *
 * @throws NotAdded when the process that writes is still at work
 */
export function undoInterrupted(folder: string): void {
  const journal = readJournal(folder);
  if (journal === undefined) return;
  if (journal.process !== process.pid && isAlive(journal.process)) {
    throw new NotAdded(
      `Another call is adding to this archive (process ${journal.process}). Wait until it has ended; if there is no such call, remove ${JOURNAL_FILE} in the content folder.`,
    );
  }
  takeBack(folder);
}

function takeBack(folder: string, files: Iterable<string> = pendingFiles(folder)): void {
  for (const file of files) rmSync(path.join(folder, file), { force: true });
  rmSync(path.join(folder, NEXT_MANIFEST_FILE), { force: true });
  rmSync(path.join(folder, JOURNAL_FILE), { force: true });
}

/** The first manifest of an archive vouches for all that is there; later ones for what was sealed. */
function nextManifest(folder: string, added: ReadonlyMap<string, string>): string {
  const file = path.join(folder, MANIFEST_FILE);
  const before = existsSync(file)
    ? parseManifest(readFileSync(file, 'utf8')).manifest
    : new Map(listFiles(folder).files.map((name) => [name, hashFile(folder, name)]));
  return formatManifest(new Map([...before, ...added]));
}

/** The journal appears whole or not at all, and only one process can have it. */
function takeJournal(folder: string, hashes: ReadonlyMap<string, string>): void {
  const draft = path.join(folder, `${JOURNAL_FILE}-${process.pid}`);
  const journal = { process: process.pid, files: Object.fromEntries(hashes) };
  try {
    writeSynced(draft, JSON.stringify(journal), 'w');
  } catch (error) {
    throw notWritten(error);
  }
  try {
    linkSync(draft, path.join(folder, JOURNAL_FILE));
  } catch {
    throw new NotAdded(
      'Another call has begun to add to this archive. Try again when it has ended.',
    );
  } finally {
    rmSync(draft, { force: true });
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
