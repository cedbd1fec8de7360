import { CaptureRefused } from '../../capture/refused.ts';
import { countWords } from '../../model/lists/count-words.ts';
import { ArchiveProblems, describeProblems } from '../../model/problem.ts';
import { shownJson, shownLine } from '../../model/shown.ts';
import { addFiles, NotAdded, undoInterrupted } from '../../record/add-files.ts';
import { ArchiveBusy, withArchiveLock } from '../../record/archive-lock.ts';
import { sha256 } from '../../record/hash.ts';
import type { ArticleEntry } from '../../record/types.ts';
import type { AddArguments } from './arguments.ts';
import type { Asker } from './ask.ts';
import { type Context, extendContext } from './context.ts';
import { Duplicates } from './duplicates.ts';
import { entryFiles } from './entry-files.ts';
import { jsonLine } from './json-line.ts';
import { isAddress, load } from './load.ts';
import { propose } from './propose.ts';
import type { Reader } from './reader.ts';
import { refreshContext } from './refresh-context.ts';
import { settleProposal } from './settle-proposal.ts';
import { describeProposal } from './show.ts';
import { guardOf } from './withdrawn.ts';

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

/** What became of one file. */
type Outcome =
  | { readonly kind: 'added'; readonly context: Context }
  | { readonly kind: 'already there' | 'not written' };

/** What a run knows beside the archive. */
interface Run extends RunParts {
  readonly args: AddArguments;
  readonly duplicates: Duplicates;
  /** Files of this run by the hash of their bytes, for a run that writes nothing. */
  readonly shown: Map<string, string>;
}

/**
 * Adds each file, in order; one that fails does not keep the others out.
 *
 * @returns how many failed
 */
export async function addAll(args: AddArguments, parts: RunParts): Promise<number> {
  let { context } = parts;
  const duplicates = new Duplicates(articlesOf(context));
  const shown = new Map<string, string>();
  const count = { added: 0, 'already there': 0, 'not written': 0, failed: 0 };
  for (const [index, file] of args.files.entries()) {
    const place = args.files.length > 1 ? `[${index + 1}/${args.files.length}] ` : '';
    try {
      const outcome = await addOne(file, place, { ...parts, context, args, duplicates, shown });
      count[outcome.kind]++;
      if (outcome.kind === 'added') context = outcome.context;
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
    const there = count['already there'] === 0 ? '' : ` ${count['already there']} already there.`;
    parts.tell(`${done}${there}${count.failed === 0 ? '' : ` ${count.failed} failed.`}`);
  }
  return count.failed;
}

async function addOne(file: string, place: string, run: Run): Promise<Outcome> {
  const { args, context, reader, asker, from, print, tell, duplicates, shown } = run;
  if (args.json) tell(`${place}${shownLine(file)}`);
  // What was withdrawn is not even asked for, and its capture not read.
  const typed = isAddress(file) ? file : undefined;
  const guard = guardOf(context, args.again);
  guard.check({ addresses: [typed] });
  const { bytes, known } = await load(file, from, context.now);
  const hash = sha256(bytes);
  if (isThere(file, place, hash, run)) return { kind: 'already there' };
  guard.check({ hash, addresses: [known.url] });
  const read = await reader.read(bytes, known, context.credits);
  const received = { bytes, hash, addresses: [known.url, typed] };
  let proposal = guard.admit(propose(read, context), received);
  let warnings = duplicates.warnings(proposal, hash);
  // Written here so that what cannot be written is known before anybody is asked.
  entryFiles(proposal, bytes, context);
  const described = describeProposal(`${place}${shownLine(file)}`, proposal, warnings);
  if (!args.json) print(described);
  else if (asker !== undefined) tell(described);
  // One line a file: what is printed was written, or would be; what fails has its error alone.
  const printLine = () => {
    if (args.json) print(jsonLine(file, proposal, warnings, context.record.settings.language));
  };
  if (args.dryRun) {
    shown.set(hash, file);
    printLine();
    return { kind: 'not written' };
  }
  if (asker !== undefined) {
    const answer = await asker.ask(proposal, context);
    if (answer.kind === 'stop') throw new Stopped();
    if (answer.kind === 'skip') {
      tell('  Not added, as you said.');
      return { kind: 'not written' };
    }
    proposal = answer.proposal;
  }
  // Nobody else changes the archive from here on; others may have done so while this was read and asked.
  return withArchiveLock(context.folder, 'add', () => {
    undoInterrupted(context.folder, tell);
    const fresh = refreshContext(context);
    if (fresh !== context) {
      duplicates.follow(articlesOf(fresh));
      if (isThere(file, place, hash, run)) return { kind: 'already there' };
      const settled = asker === undefined ? propose(read, fresh) : settleProposal(proposal, fresh);
      proposal = guardOf(fresh, args.again).admit(settled, received);
      warnings = duplicates.warnings(proposal, hash);
    }
    const entry = entryFiles(proposal, bytes, fresh);
    addFiles(fresh.folder, entry.files, tell);
    printLine();
    tell(`${args.json ? place : '  '}Added ${entry.article.file}`);
    const grown = extendContext(fresh, entry);
    duplicates.follow(articlesOf(grown));
    return { kind: 'added', context: grown };
  });
}

/** Says so when the archive, or what this run would add, has these very bytes. */
function isThere(file: string, place: string, hash: string, run: Run): boolean {
  const { args, duplicates, shown, print, tell } = run;
  const article = duplicates.withCapture(hash);
  const other = article === undefined ? shown.get(hash) : `articles/${article.id}`;
  if (other === undefined) return false;
  const words =
    article === undefined
      ? `the same bytes as ${other}, which would be added.`
      : `the archive has these bytes as ${other}.`;
  if (args.json) {
    print(shownJson(JSON.stringify({ file, already: other })));
    tell(`${place}Already there: ${words}`);
  } else tell(`${place}${shownLine(file)}\n  Already there: ${words}`);
  return true;
}

function articlesOf({ record }: Context): ArticleEntry[] {
  return [...record.articles];
}

/** Thrown when the person who is asked has gone: nobody else is asked. */
class Stopped extends Error {
  override readonly name = 'Stopped';
}

function errorWords(error: unknown): string {
  if ([CaptureRefused, NotAdded, ArchiveBusy].some((kind) => error instanceof kind))
    return (error as Error).message;
  if (error instanceof ArchiveProblems) return describeProblems(error.problems);
  if (error instanceof RangeError) return `It could not be read: ${error.message}.`;
  // One page that the program cannot cope with is no reason to leave the others.
  return `The program failed on it: ${error instanceof Error ? error.message : String(error)}.`;
}
