import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ArchiveProblems, type Problem } from '../model/problem.ts';
import { sha256 } from './hash.ts';
import { checkJournalPaths } from './journal-paths.ts';
import { MANIFEST_FILE } from './manifest.ts';
import { holds, manifestId, SEALING_FILE } from './pending.ts';
import { replaceSynced } from './write-synced.ts';

/** A sealing of several files. */
export interface SealingJournal {
  /** SHA-256 of the manifest that it starts from. */
  readonly base: string;
  /** The manifest as it is going to be. */
  readonly manifest: string;
  /** Texts to write by path, with the SHA-256 of the file that each replaces. */
  readonly writes: Readonly<Record<string, { readonly was: string; readonly text: string }>>;
}

const DRAFT = `${SEALING_FILE}-next`;

/**
 * Writes several files and the manifest as if in one step: a journal that holds all of it appears whole or not at
 * all; from then on the sealing is decided, and whoever comes after an interruption finishes it.
 */
export function carryOutSealing(folder: string, journal: SealingJournal): void {
  replaceSynced(path.join(folder, SEALING_FILE), JSON.stringify(journal), path.join(folder, DRAFT));
  write(folder, journal);
}

/**
 * Finishes a sealing that was interrupted, from wherever it stopped. A file that was changed since is left as it is.
 *
 * @returns what was found and done, in lines for the keeper
 * @throws ArchiveProblems when the journal names a file that is not the record's
 */
export function finishSealing(folder: string): string[] {
  rmSync(path.join(folder, DRAFT), { force: true });
  if (!existsSync(path.join(folder, SEALING_FILE))) return [];
  const journal = readSealing(folder);
  const problems = checkSealingPaths(folder, journal);
  if (problems.length > 0) throw new ArchiveProblems(problems);
  if (journal !== undefined && isUnderWay(folder, journal)) {
    write(folder, journal);
    return [
      `A sealing was interrupted and was finished: ${Object.keys(journal.writes).join(', ')}.`,
    ];
  }
  rmSync(path.join(folder, SEALING_FILE));
  return journal !== undefined && sha256(journal.manifest) === manifestId(folder)
    ? ['A sealing was interrupted when all was done. Its journal was removed.']
    : [
        'A sealing was interrupted, and the record was changed since. Nothing more of it was done; “npm run verify” says what is not sealed.',
      ];
}

/** Nothing is made of a folder in which a sealing has begun and not ended. */
export function checkSealing(folder: string): Problem[] {
  const journal = readSealing(folder);
  const problems = checkSealingPaths(folder, journal);
  if (journal === undefined || problems.length > 0 || !isUnderWay(folder, journal)) return problems;
  return [
    {
      file: SEALING_FILE,
      what: `A sealing of ${Object.keys(journal.writes).join(', ')} was interrupted.`,
      why: 'Some of these files are as they should be sealed, and the manifest may be older.',
      remedy:
        'Run “npm run repair”, which finishes it, as does every command that changes the archive.',
    },
  ];
}

function write(folder: string, { writes, manifest }: SealingJournal): void {
  const at = (file: string) => path.join(folder, file);
  for (const [file, { text }] of Object.entries(writes)) {
    replaceSynced(at(file), text, at(DRAFT));
  }
  replaceSynced(at(MANIFEST_FILE), manifest, at(DRAFT));
  rmSync(at(SEALING_FILE));
}

/** Whether all is as the journal left it: the manifest, and each file as it was or as it should be. */
function isUnderWay(folder: string, { base, writes }: SealingJournal): boolean {
  return (
    base === manifestId(folder) &&
    Object.entries(writes).every(
      ([file, { was, text }]) => holds(folder, file, was) || holds(folder, file, sha256(text)),
    )
  );
}

function readSealing(folder: string): SealingJournal | undefined {
  try {
    const text = readFileSync(path.join(folder, SEALING_FILE), 'utf8');
    const { base, manifest, writes } = JSON.parse(text) as SealingJournal;
    const isWhole =
      [base, manifest, ...Object.values(writes).flatMap(({ was, text }) => [was, text])].every(
        (part) => typeof part === 'string',
      ) && Object.keys(writes).length > 0;
    return isWhole ? { base, manifest, writes } : undefined;
  } catch {
    return undefined;
  }
}

function checkSealingPaths(folder: string, journal: SealingJournal | undefined): Problem[] {
  if (journal === undefined) return [];
  return checkJournalPaths(folder, SEALING_FILE, Object.keys(journal.writes));
}
