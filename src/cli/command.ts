import path from 'node:path';
import { inspect } from 'node:util';
import { isArchiveProblems } from '../model/problem.ts';
import { shown } from '../model/shown.ts';
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
  showWhatIsPrinted();
  try {
    process.exitCode = await run();
  } catch (error) {
    process.exitCode = 1;
    const isInWords =
      isArchiveProblems(error) ||
      error instanceof UsageError ||
      error instanceof ArchiveBusy ||
      error instanceof NoArchive;
    if (isInWords) {
      console.error(error.message);
      // Where the archive is not to blame, whoever mends it needs to see where it was.
      if (error.cause !== undefined) console.error(error.cause);
    } else console.error(diskFault(error) ?? error);
  }
}

/**
 * Names of files, titles and words of strangers' pages are printed by every command; an escape sequence in one
 * would clear the screen, write over what stands there or name another file than is meant.
 */
function showWhatIsPrinted(): void {
  for (const name of ['log', 'error', 'warn'] as const) {
    const print = console[name].bind(console);
    console[name] = (...parts: unknown[]) =>
      print(...parts.map((part) => shown(typeof part === 'string' ? part : inspect(part))));
  }
}
