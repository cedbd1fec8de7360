import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ArchiveProblems, type Problem } from '../model/problem.ts';
import { withArchiveLock } from './archive-lock.ts';
import { ensureGitAttributes } from './git-attributes.ts';
import { sha256 } from './hash.ts';
import { checkJournalPaths } from './journal-paths.ts';
import { formatManifest, MANIFEST_FILE, manifestText, readManifest } from './manifest.ts';
import { manifestId, WITHDRAWAL_FILE } from './pending.ts';
import { replaceSynced } from './write-synced.ts';

/** What takes an article out of the record: an entry in the place of its own, and no capture. */
export interface Withdrawal {
  readonly entry: { readonly file: string; readonly text: string };
  /** Files that go, as paths in the content folder. */
  readonly remove: readonly string[];
}

interface Journal extends Withdrawal {
  /** The manifest as it is going to be. */
  readonly manifest: string;
  /** SHA-256 of the manifest that it starts from, and of each file as it was; journals of earlier versions have neither. */
  readonly base?: string;
  readonly was?: Readonly<Record<string, string>>;
}

/**
 * Withdraws, in one step and under the lock of the archive: a journal that holds all that shall be appears whole or not
 * at all. From then on the withdrawal is decided; whoever is interrupted is finished by the next call, and nothing
 * is read from the folder in between ({@link interruptedWithdrawal}).
 *
 * @throws ArchiveProblems when another withdrawal has begun and not ended, or the manifest cannot be read
 * @throws Error when the disk refuses; nothing is changed then
 */
export function withdrawFiles(folder: string, { entry, remove }: Withdrawal): void {
  withArchiveLock(folder, 'withdraw', () => {
    const other = readJournal(folder)?.entry.file;
    if (other !== undefined && other !== entry.file) throw new ArchiveProblems([isOpen(other)]);
    const journal: Journal = {
      entry,
      remove,
      manifest: nextManifest(folder, { entry, remove }),
      base: manifestId(folder),
      was: hashesOf(folder, [entry.file, ...remove]),
    };
    const problems = checkPaths(folder, journal);
    if (problems.length > 0) throw new ArchiveProblems(problems);
    ensureGitAttributes(folder);
    const file = path.join(folder, WITHDRAWAL_FILE);
    replaceSynced(file, JSON.stringify(journal), `${file}-next`);
    finishWithdrawal(folder);
  });
}

/**
 * Finishes a withdrawal that was interrupted, from wherever it stopped.
 *
 * @returns the entry's file; undefined when there is none to finish
 * @throws ArchiveProblems when the journal names files that are not the record's, or one that was changed since
 */
export function finishWithdrawal(folder: string): string | undefined {
  return withArchiveLock(folder, 'withdraw', () => {
    const journal = readJournal(folder);
    if (journal === undefined) return undefined;
    const problems = checkPaths(folder, journal);
    if (problems.length === 0) problems.push(...checkUnchanged(folder, journal));
    if (problems.length > 0) throw new ArchiveProblems(problems);
    const at = (file: string) => path.join(folder, file);
    const draft = at(`${WITHDRAWAL_FILE}-next`);
    const isUnderWay = journal.base === undefined || journal.base === manifestId(folder);
    // What others have sealed since stays sealed.
    const manifest = isUnderWay ? journal.manifest : nextManifest(folder, journal);
    for (const file of journal.remove) rmSync(at(file), { force: true });
    replaceSynced(at(journal.entry.file), journal.entry.text, draft);
    replaceSynced(at(MANIFEST_FILE), manifest, draft);
    rmSync(at(WITHDRAWAL_FILE));
    return journal.entry.file;
  });
}

/** The entry of a withdrawal that was interrupted. */
export function interruptedWithdrawal(folder: string): string | undefined {
  return readJournal(folder)?.entry.file;
}

/** What is wrong with the journal of a withdrawal itself: it names files that are not the record's. */
export function checkWithdrawalJournal(folder: string): Problem[] {
  const journal = readJournal(folder);
  return journal === undefined ? [] : checkPaths(folder, journal);
}

function checkPaths(folder: string, { entry, remove }: Journal): Problem[] {
  return checkJournalPaths(folder, WITHDRAWAL_FILE, [entry.file, ...remove]);
}

/** Files that are neither as they were when the withdrawal was decided, nor as it makes them. */
function checkUnchanged(folder: string, { entry, was }: Journal): Problem[] {
  if (was === undefined) return [];
  return Object.entries(hashesOf(folder, Object.keys(was)))
    .filter(
      ([file, hash]) => hash !== was[file] && !(file === entry.file && hash === sha256(entry.text)),
    )
    .map(([file]) => ({
      file,
      what: `A withdrawal of ${entry.file} was interrupted, and this file was changed since.`,
      why: 'The withdrawal would throw away an edit that it knows nothing of; until it is done, nothing is built.',
      remedy: `Withdraw the article once more (npm run withdraw -- ${idOf(entry.file)} --reason "…"), or put the file back as it was and run “npm run withdraw”.`,
    }));
}

/** Hashes of the files that are there. */
function hashesOf(folder: string, files: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    files
      .filter((file) => existsSync(path.join(folder, file)))
      .map((file) => [file, sha256(readFileSync(path.join(folder, file)))]),
  );
}

function isOpen(file: string): Problem {
  return {
    file,
    what: 'A withdrawal of this article was interrupted.',
    why: 'Its text or its capture may still stand in the folder.',
    remedy: 'Run “npm run withdraw” without anything else first; it finishes what was begun.',
  };
}

function idOf(file: string): string {
  return file.replace(/^articles\//, '').replace(/\.mdx$/, '');
}

function readJournal(folder: string): Journal | undefined {
  try {
    const journal = JSON.parse(readFileSync(path.join(folder, WITHDRAWAL_FILE), 'utf8')) as Journal;
    const { entry, remove, manifest } = journal;
    const isWhole = [entry.file, entry.text, manifest].every((part) => typeof part === 'string');
    return isWhole && Array.isArray(remove) ? journal : undefined;
  } catch {
    return undefined;
  }
}

function nextManifest(folder: string, { entry, remove }: Withdrawal): string {
  if (manifestText(folder) === undefined) throw new Error(`There is no ${MANIFEST_FILE}.`);
  const manifest = new Map(readManifest(folder));
  for (const file of remove) manifest.delete(file);
  return formatManifest(manifest.set(entry.file, sha256(entry.text)));
}
