import path from 'node:path';
import { ArchiveProblems } from '../model/problem.ts';
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
    const inWords = [ArchiveProblems, UsageError, ArchiveBusy].some(
      (kind) => error instanceof kind,
    );
    if (inWords) console.error((error as Error).message);
    else console.error(diskFault(error) ?? error);
  }
}
