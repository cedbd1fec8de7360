import path from 'node:path';
import { ArchiveProblems } from '../model/problem.ts';
import { ArchiveBusy } from '../record/archive-lock.ts';
import { calledFrom, findArchive, NoArchive } from '../record/archive-root.ts';
import type { ArchivePlace } from '../record/current-archive.ts';
import { isSameFolder } from '../record/same-folder.ts';
import { UsageError } from './arguments.ts';
import { diskFault } from './disk-fault.ts';

/**
 * The archive that a command works on, which is named on standard error where it is not in the folder of the call.
 *
 * @param mayBeNew as {@link findArchive} has it
 * @throws NoArchive
 */
export function archiveOfCall({ mayBeNew = false } = {}): ArchivePlace {
  const place = findArchive({ mayBeNew });
  const { content } = place.folders;
  if (!isSameFolder(path.dirname(content), calledFrom())) console.error(`Archive: ${content}`);
  return place;
}

/**
 * Runs a command and sets the exit status: 0 when `run` says so, 1 when it failed. What went wrong
 * is told in words; a stack only where the fault is ours.
 */
export async function runCommand(run: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    process.exitCode = 1;
    const inWords = [ArchiveProblems, UsageError, ArchiveBusy, NoArchive].some(
      (kind) => error instanceof kind,
    );
    if (inWords) console.error((error as Error).message);
    else console.error(diskFault(error) ?? error);
  }
}
