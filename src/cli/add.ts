import { ArchiveProblems } from '../model/problem.ts';
import { shown } from '../model/shown.ts';
import { assertWritable, NotAdded, undoInterrupted } from '../record/add-files.ts';
import { withArchiveLock } from '../record/archive-lock.ts';
import { calledFrom } from '../record/archive-root.ts';
import { isFolder } from '../record/content-files.ts';
import { manifestText } from '../record/manifest.ts';
import { isInterrupted } from '../record/pending.ts';
import { readArchive } from '../record/read-archive.ts';
import { readAddArguments, USAGE } from './add/arguments.ts';
import { Asker } from './add/ask.ts';
import { type Context, makeContext } from './add/context.ts';
import { Reader } from './add/reader.ts';
import { addAll } from './add/run.ts';
import { UsageError } from './arguments.ts';
import { archiveOfCall, runCommand } from './command.ts';

await runCommand(async () => {
  const args = readAddArguments(process.argv.slice(2));
  if (args.help) {
    console.log(USAGE);
    return 0;
  }
  const asks = !args.yes && !args.dryRun;
  if (asks && !(process.stdin.isTTY && process.stderr.isTTY)) {
    throw new UsageError(
      'Cannot ask: this is not a terminal. Add --dry-run to see what would be written, --yes to write it.',
    );
  }
  const { content } = archiveOfCall().folders;
  if (!args.dryRun) makeReady(content);
  const context = openArchive(content);
  const reader = new Reader();
  const asker = asks ? new Asker(process.stdin, process.stderr) : undefined;
  try {
    const failed = await addAll(args, {
      context,
      reader,
      asker,
      from: calledFrom(),
      print: (line) => process.stdout.write(`${shown(line)}\n`),
      tell: (line) => process.stderr.write(`${shown(line)}\n`),
    });
    return failed === 0 ? 0 : 1;
  } finally {
    asker?.close();
    await reader.close();
  }
});

function makeReady(content: string): void {
  if (!isFolder(content)) return;
  try {
    assertWritable(content);
    if (isInterrupted(content)) undoInterrupted(content);
  } catch (error) {
    throw error instanceof NotAdded ? new UsageError(error.message) : error;
  }
}

/** Reads the archive while others may change it; what they change is looked at again before anything is written. */
function openArchive(content: string): Context {
  const now = new Date().toISOString();
  const read = () => {
    const sealed = manifestText(content);
    return { sealed, ...readArchive(content, undefined, { whole: true }) };
  };
  const first = read();
  // A problem may be that somebody was in the middle of something.
  const found = first.record === undefined ? withArchiveLock(content, 'add', read) : first;
  if (found.record === undefined) throw new ArchiveProblems(found.problems);
  return makeContext(content, found.record, now, found.sealed);
}
