import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { withArchiveLock } from './archive-lock.ts';
import { listFiles } from './content-files.ts';
import { ensureGitAttributes } from './git-attributes.ts';
import { sha256 } from './hash.ts';
import { interruptedAddition, takeBack } from './interrupted-addition.ts';
import { finishSealing } from './interrupted-sealing.ts';
import {
  formatManifest,
  hashFile,
  MANIFEST_FILE,
  type Manifest,
  readManifest,
} from './manifest.ts';
import {
  JOURNAL_FILE,
  type Journal,
  manifestId,
  NEXT_MANIFEST_FILE,
  STAGING_FOLDER,
} from './pending.ts';
import { linkOnTheWay, recordPathFault, shownPath } from './record-path.ts';
import { replaceSynced, writeSynced } from './write-synced.ts';

/** Thrown when nothing could be added; nothing of it is part of the record. */
export class NotAdded extends Error {
  override readonly name = 'NotAdded';
}

/** Is told what a keeper should know: what was found half done, and what was made beside the files. */
export type Tell = (line: string) => void;

const tellOnStderr: Tell = (line) => process.stderr.write(`${line}\n`);

/**
 * Makes new files part of the record, all of them or none, whenever the process is ended, under the lock of the archive.
 *
 * They are written aside first. Then a journal names them; readers of the folder pass over what it names as long as the
 * manifest is the one that it starts from. Then the files are moved to where they belong, never over
 * one that is there, then the manifest is replaced in one step, then the journal goes. Whoever comes after
 * an interruption takes back what was left ({@link undoInterrupted}).
 *
 * @param files new files by their path in the content folder
 * @throws NotAdded when one of them is there already, or the disk refuses
 * @throws ArchiveProblems when the manifest cannot be read
 */
export function addFiles(
  folder: string,
  files: ReadonlyMap<string, Uint8Array | string>,
  tell: Tell = tellOnStderr,
): void {
  withArchiveLock(folder, 'add', () => {
    undoInterrupted(folder, tell);
    for (const file of files.keys()) assertFree(folder, file);
    const hashes = new Map([...files].map(([file, content]) => [file, sha256(content)]));
    const manifest = formatManifest(new Map([...sealedFiles(folder), ...hashes]));
    const journal: Journal = {
      base: manifestId(folder),
      next: sha256(manifest),
      files: Object.fromEntries(hashes),
    };
    const at = (...names: string[]) => path.join(folder, ...names);
    const moved: [string, string][] = [];
    try {
      const said = ensureGitAttributes(folder);
      if (said !== undefined) tell(said);
      mkdirSync(at(STAGING_FOLDER));
      for (const [number, content] of [...files.values()].entries()) {
        writeSynced(at(STAGING_FOLDER, String(number)), content, 'wx');
      }
      replaceSynced(at(JOURNAL_FILE), JSON.stringify(journal), at(`${JOURNAL_FILE}-next`));
      for (const [number, file] of [...files.keys()].entries()) {
        mkdirSync(path.dirname(at(file)), { recursive: true });
        moveIn(at(STAGING_FOLDER, String(number)), at(file));
        moved.push([file, hashes.get(file) ?? '']);
      }
      replaceSynced(at(MANIFEST_FILE), manifest, at(NEXT_MANIFEST_FILE));
    } catch (error) {
      // Only what this call has moved: a file that somebody put there meanwhile is theirs.
      takeBack(folder, { ...journal, files: Object.fromEntries(moved) });
      throw notWritten(error);
    }
    rmSync(at(JOURNAL_FILE));
    rmSync(at(STAGING_FOLDER), { recursive: true, force: true });
  });
}

function assertFree(folder: string, file: string): void {
  const fault = recordPathFault(file);
  if (fault !== undefined) throw new NotAdded(`${shownPath(file)} cannot be added. ${fault}`);
  if (existsSync(path.join(folder, file))) {
    throw new NotAdded(`${file} is there already. Nothing was written over it.`);
  }
  const link = linkOnTheWay(folder, file);
  if (link === undefined) return;
  throw new NotAdded(
    `${link} in the content folder is a link, or not a folder. Nothing was added: ${file} would lie outside of the archive. Put the folder itself there.`,
  );
}

/** Moves a file to where nothing is; one that somebody put there meanwhile is theirs. */
function moveIn(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || existsSync(to)) throw error;
    // Disks without links.
    renameSync(from, to);
  }
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
 * Clears away what an interrupted addition left, and finishes a sealing that was interrupted; says so. What
 * was changed since is left as it is.
 *
 * @throws ArchiveProblems when a journal names files that are not the record's
 */
export function undoInterrupted(folder: string, tell: Tell = tellOnStderr): void {
  withArchiveLock(folder, 'add', () => {
    for (const line of finishSealing(folder)) tell(line);
    for (const line of interruptedAddition(folder)) tell(line);
  });
}

/** The first manifest of an archive vouches for all that is there; later ones for what was sealed. */
function sealedFiles(folder: string): Manifest {
  const sealed = readManifest(folder);
  if (sealed !== undefined) return sealed;
  return new Map(listFiles(folder).files.map((name) => [name, hashFile(folder, name)]));
}
