import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ArchiveProblems, type Problem } from '../model/problem.ts';
import { checkJournalPaths } from './journal-paths.ts';
import { manifestText, parseManifest } from './manifest.ts';
import {
  DRAFTS,
  holds,
  isUnderWay,
  JOURNAL_FILE,
  type Journal,
  readJournal,
  STAGING_FOLDER,
} from './pending.ts';

/**
 * Clears away what an interrupted addition left. Its files are removed if the manifest is still the one that they
 * were going to be added to and they still have the bytes that it wrote; whatever else the journal names was
 * changed since, and stays.
 *
 * @returns what was found and done, in lines for the keeper
 * @throws ArchiveProblems when the journal names a file that is not the record's
 */
export function interruptedAddition(folder: string): string[] {
  const at = (file: string) => path.join(folder, file);
  if (!existsSync(at(JOURNAL_FILE))) {
    const isLeft = existsSync(at(STAGING_FOLDER));
    for (const file of [STAGING_FOLDER, ...DRAFTS]) {
      rmSync(at(file), { recursive: true, force: true });
    }
    return isLeft
      ? [
          'An addition was interrupted before or after it changed the archive; what it left was removed.',
        ]
      : [];
  }
  const journal = readJournal(folder);
  if (journal === undefined) {
    takeBack(folder, { files: {} });
    return [`Removed ${JOURNAL_FILE}, which says nothing that an addition would note.`];
  }
  const problems = checkJournalPaths(folder, JOURNAL_FILE, Object.keys(journal.files));
  if (problems.length > 0) throw new ArchiveProblems(problems);
  const { manifest } = parseManifest(manifestText(folder) ?? '');
  const open = Object.entries(journal.files).filter(([file]) => !manifest.has(file));
  if (open.length === 0) {
    takeBack(folder, { files: {} });
    return [
      `An addition was interrupted when all was done (${subject(journal)}). Its journal was removed.`,
    ];
  }
  const kept = open
    .map(([file]) => file)
    .filter((file) => existsSync(at(file)) && !isOurs(folder, journal, file));
  takeBack(folder, journal);
  const lines = [
    `An addition was interrupted and was taken back: ${subject(journal)} is not in the archive. Add it again.`,
  ];
  for (const file of kept) {
    lines.push(
      `${file} was changed since, or the manifest was. It was left as it is: run “npm run seal -- ${file}” if it belongs to the record, or remove it.`,
    );
  }
  return lines;
}

/** What is wrong with the journal of an addition itself: it names files that are not the record's. */
export function checkAddition(folder: string): Problem[] {
  const journal = readJournal(folder);
  if (journal === undefined) return [];
  return checkJournalPaths(folder, JOURNAL_FILE, Object.keys(journal.files));
}

/** Removes what an addition wrote and did not make part of the record, then its journal. */
export function takeBack(folder: string, journal: Journal): void {
  const at = (file: string) => path.join(folder, file);
  for (const file of Object.keys(journal.files)) {
    if (isOurs(folder, journal, file)) rmSync(at(file), { force: true });
  }
  rmSync(at(STAGING_FOLDER), { recursive: true, force: true });
  for (const file of DRAFTS) rmSync(at(file), { force: true });
  rmSync(at(JOURNAL_FILE), { force: true });
}

function isOurs(folder: string, journal: Journal, file: string): boolean {
  if (!isUnderWay(folder, journal)) return false;
  const { manifest } = parseManifest(manifestText(folder) ?? '');
  return !manifest.has(file) && holds(folder, file, journal.files[file] ?? '');
}

function subject({ files }: Journal): string {
  const names = Object.keys(files);
  return names.find((file) => file.startsWith('articles/')) ?? names.join(', ');
}
