import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { countWords } from '../model/lists/count-words.ts';
import { ArchiveProblems } from '../model/problem.ts';
import { undoInterrupted } from '../record/add-files.ts';
import { foldersOf } from '../record/folders.ts';
import { readArchive } from '../record/read-archive.ts';
import {
  finishWithdrawal,
  interruptedWithdrawal,
  withdrawFiles,
} from '../record/withdraw-files.ts';
import { UsageError } from './arguments.ts';
import { ROOT, runCommand } from './command.ts';
import { readWithdrawArguments, USAGE, type WithdrawArguments } from './withdraw/arguments.ts';
import { historyOf, historyWords } from './withdraw/history.ts';
import { planWithdrawal } from './withdraw/plan.ts';
import { purgeCaches } from './withdraw/purge.ts';
import { ELSEWHERE, orphanWords, placesWords, planWords } from './withdraw/report.ts';

await runCommand(async () => {
  const args = readWithdrawArguments(process.argv.slice(2));
  if (args.help) {
    console.log(USAGE);
    return 0;
  }
  const { content, out, cache } = foldersOf(process.env, ROOT);
  const caches = path.dirname(cache);
  if (args.id === undefined) return finish(content, caches);
  if (interruptedWithdrawal(content) !== undefined && !args.dryRun) finish(content, caches);
  if (!args.dryRun) undoInterrupted(content);
  const { record, problems } = readArchive(content, undefined, { whole: true });
  if (record === undefined) throw new ArchiveProblems(problems);
  const day = new Date().toISOString().slice(0, 10);
  const plan = planWithdrawal(content, record, { ...args, id: args.id }, day);
  const files = [plan.article.file, ...plan.withdrawal.remove];
  say(planWords(plan));
  say(placesWords({ content, out }, plan));
  say(orphanWords(record, plan.article));
  if (!args.dryRun) {
    if (!(await isWanted(args))) {
      console.log('Nothing was changed.');
      return 1;
    }
    withdrawFiles(content, plan.withdrawal);
    console.log('\nWithdrawn. The manifest is sealed.');
    purge(caches, content);
  }
  say(['', ...historyWords(historyOf(content, files), files)]);
  say(['', ...ELSEWHERE]);
  if (args.dryRun) console.log('\nThis was a rehearsal. Nothing was changed.');
  return 0;
});

function finish(content: string, caches: string): number {
  const file = finishWithdrawal(content);
  if (file === undefined) {
    throw new UsageError(`No article was named, and no withdrawal was interrupted.\n\n${USAGE}`);
  }
  console.log(`Finished the withdrawal of ${file} that was interrupted.`);
  purge(caches, content);
  return 0;
}

function purge(caches: string, content: string): void {
  const purged = purgeCaches(caches, content);
  if (purged.length > 0) {
    console.log(`Removed ${countWords(purged.length, 'cache')} of earlier builds below ${caches}.`);
  }
}

async function isWanted({ yes }: WithdrawArguments): Promise<boolean> {
  if (yes) return true;
  if (!(process.stdin.isTTY && process.stderr.isTTY)) {
    throw new UsageError(
      'Nobody can be asked here, because this is not a terminal. Add --dry-run to see what would happen, --yes to do it.',
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await terminal.question('Withdraw it? [y]es, [n]o: ')).trim());
  } finally {
    terminal.close();
  }
}

function say(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}
