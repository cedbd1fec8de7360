import path from 'node:path';
import { isArchiveProblems } from '../model/problem.ts';
import { ArchiveBusy } from '../record/archive-lock.ts';
import { UsageError } from './arguments.ts';
import { diskFault } from './disk-fault.ts';

/** Folder of this project, wherever a command was called from. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * Runs a command and sets the exit status: 0 when `run` says so, 1 when it failed. What went wrong
 * is told in words; a stack only where the fault is ours.
 */
export async function runCommand(run: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    process.exitCode = 1;
    const isInWords =
      isArchiveProblems(error) || error instanceof UsageError || error instanceof ArchiveBusy;
    if (isInWords) {
      console.error(error.message);
      // Where the archive is not to blame, whoever mends it needs to see where it was.
      if (error.cause !== undefined) console.error(error.cause);
    } else console.error(diskFault(error) ?? error);
  }
}
