import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ArchiveProblems } from '../../model/problem.ts';
import { ensureGitAttributes } from '../../record/git-attributes.ts';
import { type Holder, stateOfHolder, thisHolder } from '../../record/lock-holder.ts';
import { UsageError } from '../arguments.ts';
import { type LeftOut, leaveOutWithdrawn, type Stone } from './leave-out-withdrawn.ts';
import { restoreRecord } from './restore-record.ts';

/** What was restored. */
export interface Restored {
  readonly count: number;
  /** Entries of which the site publishes a part alone. */
  readonly withheld: readonly string[];
  readonly leftOut: LeftOut;
}

/**
 * Makes a content folder again from a copy of a site, whole or not at all: it is made beside and renamed.
 *
 * @param content must not exist, or be empty
 * @param stones of what a newer copy has withdrawn, which is left out
 * @throws ArchiveProblems with everything that is wrong with the copy; nothing is written then
 * @throws UsageError when there is an archive already
 */
export async function restoreArchive(
  site: string,
  content: string,
  stones: readonly Stone[] = [],
): Promise<Restored> {
  assertFree(content);
  removeLeftDrafts(content);
  const draft = `${content}.draft-${process.pid}`;
  const owner = `${draft}.json`;
  mkdirSync(path.dirname(content), { recursive: true });
  writeFileSync(owner, JSON.stringify(thisHolder(path.basename(draft), 'restore')));
  try {
    mkdirSync(draft);
    const { count, withheld, problems } = await restoreRecord(site, draft);
    if (problems.length > 0) throw new ArchiveProblems(problems);
    const leftOut = leaveOutWithdrawn(draft, stones);
    ensureGitAttributes(draft);
    assertFree(content);
    if (existsSync(content)) rmdirSync(content);
    renameSync(draft, content);
    return { count, withheld, leftOut };
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(owner, { force: true });
  }
}

function assertFree(content: string): void {
  if (!existsSync(content) || readdirSync(content).length === 0) return;
  throw new UsageError(
    `There is an archive at ${content} already. Nothing was written.\nSet ARCHIVE_CONTENT to a folder that does not exist yet.`,
  );
}

/** A restore that was killed leaves what it had read of the copy, and who it was; the copy still has all of it. */
function removeLeftDrafts(content: string): void {
  const folder = path.dirname(content);
  if (!existsSync(folder)) return;
  const mine = new RegExp(`^${RegExp.escape(path.basename(content))}\\.draft-\\d+\\.json$`);
  for (const name of readdirSync(folder)) {
    if (!mine.test(name)) continue;
    const owner = path.join(folder, name);
    if (!hasEnded(owner)) continue;
    rmSync(owner.replace(/\.json$/, ''), { recursive: true, force: true });
    rmSync(owner);
  }
}

function hasEnded(owner: string): boolean {
  try {
    return stateOfHolder(JSON.parse(readFileSync(owner, 'utf8')) as Holder) === 'ended';
  } catch {
    return false;
  }
}
