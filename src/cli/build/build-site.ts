import { existsSync } from 'node:fs';
import { openProgram } from '../../integrations/kept-program/program.ts';
import { dropCache, linkedFolder } from '../../integrations/publish/replace-site.ts';
import {
  defaultThreads,
  openThreads,
  RenderThreads,
} from '../../integrations/write-pages/render-threads.ts';
import type { Problem } from '../../model/problem.ts';
import { claimCache } from '../../record/claim-cache.ts';
import { codeDigest } from '../../record/code-digest.ts';
import { lookAtContent } from '../../record/content-look.ts';
import type { Folders } from '../../record/folders.ts';
import { sha256 } from '../../record/hash.ts';
import { readLedger } from '../../record/ledger-file.ts';
import { openMemos } from '../../record/memos.ts';
import { openLedger, PageLedger } from '../../record/page-ledger.ts';
import { currentProgress } from '../../record/progress.ts';
import { RecordCache } from '../../record/record-cache.ts';
import { recoverSite } from '../../record/recover-site.ts';
import { sharedRecord } from '../../record/shared-record.ts';
import { SiteLook } from '../../record/site-look/look.ts';
import { twinFolder, wantTwin } from '../../record/site-look/twin.ts';
import { readLastBuild, saveLastBuild, stateOf } from '../../record/unchanged.ts';
import { Compilation, programName } from './compilation.ts';
import { renderSite } from './render-site.ts';

/** What a build did. */
export interface Built {
  readonly articles: number;
  /** Whether the site stood already as it would have come out. */
  readonly unchanged: boolean;
  /** What has problems and was left out, where the keeper asked for that. */
  readonly leftOut: readonly Problem[];
}

/** How a build is asked for. */
export interface BuildOptions {
  /** Make everything anew from the start. */
  readonly cold: boolean;
  /** Leave out what has problems, rather than stopping because of it. */
  readonly quarantine?: boolean;
  /** How many threads render pages when all have to be made. */
  readonly threads?: number;
}

/**
 * Builds the site, and keeps what would come out as it stands.
 *
 * @param root folder of this project
 * @throws ArchiveProblems with every problem of the content folder
 */
export async function buildSite(
  root: string,
  folders: Folders,
  { cold, quarantine = false, threads }: BuildOptions,
): Promise<Built> {
  const { content, out, cache } = folders;
  recoverSite(out);
  if (cold) dropCache(cache);
  claimCache({ cache, content });
  // Begun first: what stands is looked at while the record is read.
  const left = readLedger(cache);
  const site = new SiteLook(left, {
    site: out,
    linked: linkedFolder(out),
    twin: twinFolder(cache, left.id),
  });
  const code = codeDigest(root);
  const look = lookAtContent(content, Date.now());
  const state = stateOf(look, code);
  const last = readLastBuild(cache);
  if (state !== undefined && last?.state === state && site.isWhole()) {
    return { articles: last.articles, unchanged: true, leftOut: [] };
  }
  saveLastBuild(cache, undefined, 0);
  wantTwin(cache, undefined);
  const compilation = new Compilation(programName({ root, code }), folders, cold);
  let rendering: RenderThreads | undefined;
  try {
    const record = sharedRecord(content, new RecordCache(cache, code, look), { quarantine });
    // The menu of every page names dossiers where there are some.
    const hasDossiers = record.dossiers.length > 0;
    const base = sha256(`${code}\n${JSON.stringify(record.settings)}\n${hasDossiers}`);
    openMemos(cache, code);
    const ledger = openLedger(new PageLedger(cache, base, site));
    const keepsPages = ledger.isOfBase && existsSync(out);
    if (keepsPages) site.startLinks();
    const { articles, leftOut, digest } = record;
    const beside = (threads ?? defaultThreads(articles.length)) - 1;
    // A build that keeps pages has too few of them to make for what a thread's start costs.
    if (beside > 0 && !keepsPages) {
      rendering = new RenderThreads(beside, { folders, code, look, record: digest, quarantine });
    }
    openThreads(rendering);
    currentProgress()?.begin('Compiling templates');
    await compilation.finish();
    await renderSite(root, folders, openProgram(compilation.program));
    // A build without what has problems is not what the same folder gives without being asked for it.
    if (leftOut.length === 0) saveLastBuild(cache, state, articles.length);
    return { articles: articles.length, unchanged: false, leftOut };
  } finally {
    compilation.stop();
    await rendering?.stop();
  }
}
