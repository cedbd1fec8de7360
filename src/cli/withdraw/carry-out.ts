import { undoInterrupted } from '../../record/add-files.ts';
import { withArchiveLockAsync } from '../../record/archive-lock.ts';
import type { Folders } from '../../record/folders.ts';
import { readArchive } from '../../record/read-archive.ts';
import { recoverSite } from '../../record/recover-site.ts';
import {
  finishWithdrawal,
  interruptedWithdrawal,
  withdrawFiles,
} from '../../record/withdraw-files.ts';
import { UsageError } from '../arguments.ts';
import { findCopies } from './copies.ts';
import { historiesOf } from './history.ts';
import { historyWords } from './history-words.ts';
import { cachesOf, foldersOfCopies, madeOf, sitesOf } from './places.ts';
import { type Asked, planWithdrawal, type WithdrawPlan } from './plan.ts';
import { projectsOf, purgeDrafts, purgeProjects } from './project-caches.ts';
import { purgeCaches } from './purge.ts';
import * as report from './report.ts';
import { Sentences } from './sentences.ts';

/** Where a withdrawal takes place, and who is told of it. */
export interface Scene {
  readonly folders: Folders;
  /** Folder of this project. */
  readonly root: string;
  readonly tell: (line: string) => void;
}

/**
 * Takes an article down, under the lock of the archive, and says what else holds its text.
 *
 * @param shown what somebody has agreed to
 * @throws UsageError when the article cannot be withdrawn, or the archive has changed since somebody was asked
 */
export function withdrawArticle(scene: Scene, args: Asked, shown?: WithdrawPlan): Promise<void> {
  const { content } = scene.folders;
  return withArchiveLockAsync(content, 'withdraw', async () => {
    // What was begun with this very article is done anew, as it is now.
    if (interruptedWithdrawal(content) !== `articles/${args.id}.mdx`) finishOpen(scene);
    undoInterrupted(content);
    const plan = await prepare(scene, args, shown !== undefined);
    if (shown && JSON.stringify(shown.withdrawal) !== JSON.stringify(plan.withdrawal)) {
      throw new UsageError(
        'The archive was changed while you were asked. Nothing was done. Run the command again to see what it comes to now.',
      );
    }
    // Caches go first: whoever is interrupted has an archive that is whole, and nothing of it beside.
    const purged = purge(scene, plan.words);
    withdrawFiles(content, plan.withdrawal);
    scene.tell('\nWithdrawn. The manifest is sealed.');
    say(scene, report.purgedWords([purged, purge(scene, plan.words)], purged.unseen));
    await tellCopies(scene, plan);
  });
}

/** Reads and plans, and says what it will come to. @param isTold whether somebody has been told before */
export async function prepare(scene: Scene, args: Asked, isTold = false): Promise<WithdrawPlan> {
  const { folders, root } = scene;
  const { content } = folders;
  const { articles, problems } = readArchive(content, undefined, { whole: true });
  const day = new Date().toISOString().slice(0, 10);
  const plan = await planWithdrawal(content, articles, args, day);
  if (isTold) return plan;
  say(scene, report.planWords(plan));
  say(scene, report.problemWords(problems));
  say(scene, report.othersWords(plan));
  const sites = sitesOf(folders, root);
  say(scene, report.placesWords({ content, sites }, plan, new Sentences(plan.words)));
  say(scene, report.orphanWords(articles, plan.leaving));
  return plan;
}

/** Tells what no command of ours removes: copies, and the version history. */
export async function tellCopies(
  scene: Scene,
  { words, hashes, leaving }: WithdrawPlan,
): Promise<void> {
  const { folders, root } = scene;
  const { content } = folders;
  const near = foldersOfCopies(folders, root);
  const own = [content, ...sitesOf(folders, root)];
  const copies = findCopies(near, madeOf(folders, root), own, new Sentences(words));
  say(scene, ['', ...report.copiesWords(copies, near)]);
  const files = [leaving.file, ...leaving.captures];
  for (const history of await historiesOf(content, { files, hashes, words })) {
    say(scene, ['', ...historyWords(history, files)]);
  }
  say(scene, ['', ...report.ELSEWHERE]);
}

/** Finishes a withdrawal that was interrupted. @returns whether there was one */
export function finishOpen(scene: Scene): boolean {
  const { content } = scene.folders;
  if (interruptedWithdrawal(content) === undefined) return false;
  const file = finishWithdrawal(content);
  scene.tell(`Finished the withdrawal of ${file} that was interrupted.`);
  const purged = purge(scene, new Set());
  say(scene, report.purgedWords([purged], purged.unseen));
  return true;
}

function purge({ folders, root }: Scene, words: ReadonlySet<string>) {
  const { content } = folders;
  const sentences = new Sentences(words);
  const sites = sitesOf(folders, root);
  for (const site of sites) recover(site);
  const parts = [
    purgeCaches(cachesOf(folders, root), content, sentences),
    purgeProjects(projectsOf(content, root), content, sentences),
    purgeDrafts(sites, content),
  ];
  return {
    removed: parts.flatMap(({ removed }) => removed),
    looked: parts.flatMap(({ looked }) => looked),
    left: parts.flatMap(({ left }) => left),
    unseen: [...sentences.unseen, ...parts.flatMap(({ left }) => left)],
  };
}

/** A site that can't be brought back is told by the next build. */
function recover(site: string): void {
  try {
    recoverSite(site);
  } catch {
    // The withdrawal goes on.
  }
}

function say({ tell }: Scene, lines: readonly string[]): void {
  for (const line of lines) tell(line);
}
