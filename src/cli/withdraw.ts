import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { undoInterrupted } from '../record/add-files.ts';
import { withArchiveLockAsync } from '../record/archive-lock.ts';
import type { Folders } from '../record/folders.ts';
import { readArchive } from '../record/read-archive.ts';
import { recoverSite } from '../record/recover-site.ts';
import {
  finishWithdrawal,
  interruptedWithdrawal,
  withdrawFiles,
} from '../record/withdraw-files.ts';
import { UsageError } from './arguments.ts';
import { archiveOfCall, runCommand } from './command.ts';
import { readWithdrawArguments, USAGE, type WithdrawArguments } from './withdraw/arguments.ts';
import { findCopies } from './withdraw/copies.ts';
import { historyOf } from './withdraw/history.ts';
import { historyWords } from './withdraw/history-words.ts';
import { cachesOf, foldersOfCopies, madeOf, sitesOf } from './withdraw/places.ts';
import { planWithdrawal, type WithdrawPlan } from './withdraw/plan.ts';
import { projectsOf, purgeDrafts, purgeProjects } from './withdraw/project-caches.ts';
import { purgeCaches } from './withdraw/purge.ts';
import * as report from './withdraw/report.ts';
import { Sentences } from './withdraw/sentences.ts';

await runCommand(async () => {
  const args = readWithdrawArguments(process.argv.slice(2));
  if (args.help) {
    console.log(USAGE);
    return 0;
  }
  const { folders } = archiveOfCall();
  const { content } = folders;
  const { id } = args;
  if (args.dryRun && id !== undefined) return rehearse(folders, { ...args, id });
  const shown = id === undefined || args.yes ? undefined : await ask(folders, { ...args, id });
  if (shown === 'no') {
    console.log('Nothing was changed.');
    return 1;
  }
  return withArchiveLockAsync(content, 'withdraw', async () => {
    // What was begun with this very article is done anew, as it is now.
    const finished = isOpen(folders, id) ? false : finish(folders);
    if (id !== undefined) return withdraw(folders, { ...args, id }, shown);
    if (finished) return 0;
    throw new UsageError(`No article was named, and no withdrawal was interrupted.\n\n${USAGE}`);
  });
});

/** Folder of the archive, in which its caches lie. */
function rootOf({ cache }: Folders): string {
  return path.resolve(cache, '../..');
}

interface Asked extends WithdrawArguments {
  readonly id: string;
}

const NOBODY =
  'Nobody can be asked here, because this is not a terminal. Add --dry-run to see what would happen, --yes to do it.';

async function rehearse(folders: Folders, args: Asked): Promise<number> {
  const { plan } = await prepare(folders, args);
  await tellCopies(folders, plan);
  console.log('\nThis was a rehearsal. Nothing was changed.');
  return 0;
}

/** Shows what would happen and asks; nobody is kept waiting meanwhile. */
async function ask(folders: Folders, args: Asked): Promise<WithdrawPlan | 'no'> {
  if (!(process.stdin.isTTY && process.stderr.isTTY)) throw new UsageError(NOBODY);
  const { plan } = await prepare(folders, args);
  return (await isWanted()) ? plan : 'no';
}

/** @param shown what somebody has agreed to */
async function withdraw(folders: Folders, args: Asked, shown?: WithdrawPlan): Promise<number> {
  undoInterrupted(folders.content);
  const { plan } = await prepare(folders, args, shown !== undefined);
  if (shown && JSON.stringify(shown.withdrawal) !== JSON.stringify(plan.withdrawal)) {
    throw new UsageError(
      'The archive was changed while you were asked. Nothing was done. Run the command again to see what it comes to now.',
    );
  }
  // Caches go first: whoever is interrupted has an archive that is whole, and nothing of it beside.
  const purged = purge(folders, plan.words);
  withdrawFiles(folders.content, plan.withdrawal);
  console.log('\nWithdrawn. The manifest is sealed.');
  say(report.purgedWords([purged, purge(folders, plan.words)], purged.unseen));
  await tellCopies(folders, plan);
  return 0;
}

/** Reads and plans, and says what it will come to. */
async function prepare(
  folders: Folders,
  args: Asked,
  isTold = false,
): Promise<{ plan: WithdrawPlan }> {
  const { content } = folders;
  const { articles, problems } = readArchive(content, undefined, { whole: true });
  const day = new Date().toISOString().slice(0, 10);
  const plan = await planWithdrawal(content, articles, args, day);
  if (isTold) return { plan };
  say(report.planWords(plan));
  say(report.problemWords(problems));
  say(report.othersWords(plan));
  const sites = sitesOf(folders, rootOf(folders));
  say(report.placesWords({ content, sites }, plan, new Sentences(plan.words)));
  say(report.orphanWords(articles, plan.leaving));
  return { plan };
}

/** What no command of ours removes: copies, and the version history. */
async function tellCopies(folders: Folders, { words, hashes, leaving }: WithdrawPlan) {
  const { content } = folders;
  const near = foldersOfCopies(folders, rootOf(folders));
  const own = [content, ...sitesOf(folders, rootOf(folders))];
  const copies = findCopies(near, madeOf(folders, rootOf(folders)), own, new Sentences(words));
  say(['', ...report.copiesWords(copies, near)]);
  const files = [leaving.file, ...leaving.captures];
  const history = await historyOf(content, { files, hashes, words });
  say(['', ...historyWords(history, files)]);
  say(['', ...report.ELSEWHERE]);
}

function isOpen({ content }: Folders, id: string | undefined): boolean {
  return id !== undefined && interruptedWithdrawal(content) === `articles/${id}.mdx`;
}

/** @returns whether there was a withdrawal to finish */
function finish(folders: Folders): boolean {
  if (interruptedWithdrawal(folders.content) === undefined) return false;
  const file = finishWithdrawal(folders.content);
  console.log(`Finished the withdrawal of ${file} that was interrupted.`);
  const purged = purge(folders, new Set());
  say(report.purgedWords([purged], purged.unseen));
  return true;
}

function purge(folders: Folders, words: ReadonlySet<string>) {
  const { content } = folders;
  const sentences = new Sentences(words);
  const sites = sitesOf(folders, rootOf(folders));
  for (const site of sites) recoverSite(site);
  const parts = [
    purgeCaches(cachesOf(folders, rootOf(folders)), content, sentences),
    purgeProjects(projectsOf(content, rootOf(folders)), content, sentences),
    purgeDrafts(sites, content),
  ];
  return {
    removed: parts.flatMap(({ removed }) => removed),
    looked: parts.flatMap(({ looked }) => looked),
    unseen: sentences.unseen,
  };
}

async function isWanted(): Promise<boolean> {
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
