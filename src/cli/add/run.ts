import { CaptureRefused } from '../../capture/refused.ts';
import { countWords } from '../../model/lists/count-words.ts';
import { ArchiveProblems, describeProblems } from '../../model/problem.ts';
import { shownJson, shownLine } from '../../model/shown.ts';
import { addFiles, NotAdded } from '../../record/add-files.ts';
import { sha256 } from '../../record/hash.ts';
import type { AddArguments } from './arguments.ts';
import type { Asker } from './ask.ts';
import { type Context, extendContext } from './context.ts';
import { Duplicates } from './duplicates.ts';
import { type EntryFiles, entryFiles } from './entry-files.ts';
import { jsonLine } from './json-line.ts';
import { load } from './load.ts';
import type { Proposal } from './proposal.ts';
import { propose } from './propose.ts';
import type { Reader } from './reader.ts';
import { describeProposal } from './show.ts';

/** What a run needs of the world. */
export interface RunParts {
  readonly context: Context;
  readonly reader: Reader;
  /** Undefined where nobody is asked. */
  readonly asker: Asker | undefined;
  /** Folder from which file names were typed. */
  readonly from: string;
  readonly print: (line: string) => void;
  readonly tell: (line: string) => void;
}

/**
 * Adds each file, in order; one that fails does not keep the others out.
 *
 * @returns how many failed
 */
export async function addAll(args: AddArguments, parts: RunParts): Promise<number> {
  let { context } = parts;
  const duplicates = new Duplicates([...context.record.articles, ...context.record.withdrawn]);
  const count = { added: 0, skipped: 0, failed: 0 };
  for (const [index, file] of args.files.entries()) {
    const place = args.files.length > 1 ? `[${index + 1}/${args.files.length}] ` : '';
    try {
      const added = await addOne(file, args, { ...parts, context }, duplicates, place);
      if (added === undefined) count.skipped++;
      else {
        count.added++;
        duplicates.add(added.article);
        context = extendContext(context, added);
      }
    } catch (error) {
      if (error instanceof Stopped) {
        const left = args.files.length - index;
        parts.tell(`\nStopped. ${countWords(left, 'file')} not added.`);
        return count.failed + left;
      }
      count.failed++;
      const words = errorWords(error);
      if (args.json) parts.print(shownJson(JSON.stringify({ file, error: words })));
      else parts.tell(`${place}${shownLine(file)}\n  Not added. ${words}`);
    }
  }
  if (!args.json) {
    const done = args.dryRun ? 'Nothing was written.' : `${count.added} added.`;
    parts.tell(`${done}${count.failed === 0 ? '' : ` ${count.failed} failed.`}`);
  }
  return count.failed;
}

async function addOne(
  file: string,
  args: AddArguments,
  { context, reader, asker, from, print, tell }: RunParts,
  duplicates: Duplicates,
  place: string,
): Promise<EntryFiles | undefined> {
  if (args.json) tell(`${place}${shownLine(file)}`);
  const { bytes, known } = await load(file, from, context.now);
  const read = await reader.read(bytes, known, context.credits);
  let proposal: Proposal = propose(read, context);
  const warnings = duplicates.warnings(proposal, sha256(bytes));
  let entry = entryFiles(proposal, bytes, context);
  const described = describeProposal(`${place}${shownLine(file)}`, proposal, warnings);
  if (!args.json) print(described);
  else if (asker !== undefined) tell(described);
  // One line a file: what is printed was written, or would be; what fails has its error alone.
  const printLine = () => {
    if (args.json) print(jsonLine(file, proposal, warnings, context.record.settings.language));
  };
  if (args.dryRun) {
    printLine();
    return undefined;
  }
  if (asker !== undefined) {
    const answer = await asker.ask(proposal, context);
    if (answer.kind === 'stop') throw new Stopped();
    if (answer.kind === 'skip') {
      tell('  Not added, as you said.');
      return undefined;
    }
    proposal = answer.proposal;
    entry = entryFiles(proposal, bytes, context);
  }
  addFiles(context.folder, entry.files);
  printLine();
  tell(`${args.json ? place : '  '}Added ${entry.article.file}`);
  return entry;
}

/** Thrown when the person who is asked has gone: nobody else is asked. */
class Stopped extends Error {
  override readonly name = 'Stopped';
}

function errorWords(error: unknown): string {
  if (error instanceof CaptureRefused || error instanceof NotAdded) return error.message;
  if (error instanceof ArchiveProblems) return describeProblems(error.problems);
  if (error instanceof RangeError) return `It could not be read: ${error.message}.`;
  // One page that the program cannot cope with is no reason to leave the others.
  return `The program failed on it: ${error instanceof Error ? error.message : String(error)}.`;
}
