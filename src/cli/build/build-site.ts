import { rmSync } from 'node:fs';
import path from 'node:path';
import { KeptProgram, openProgram } from '../../integrations/kept-program/program.ts';
import { linkedFolder } from '../../integrations/publish/replace-site.ts';
import type { Problem } from '../../model/problem.ts';
import { claimCache } from '../../record/claim-cache.ts';
import { codeDigest } from '../../record/code-digest.ts';
import { ContentLook } from '../../record/content-look.ts';
import type { Folders } from '../../record/folders.ts';
import { sha256 } from '../../record/hash.ts';
import { readLedger } from '../../record/ledger-file.ts';
import { openMemos } from '../../record/memos.ts';
import { openLedger, PageLedger } from '../../record/page-ledger.ts';
import { RecordCache } from '../../record/record-cache.ts';
import { recoverSite } from '../../record/recover-site.ts';
import { sharedRecord } from '../../record/shared-record.ts';
import { SiteLook } from '../../record/site-look/look.ts';
import type { ArchiveRecord } from '../../record/types.ts';
import { readLastBuild, saveLastBuild, stateOf } from '../../record/unchanged.ts';
import { renderSite } from './render-site.ts';

/** What a build did. */
export interface Built {
  readonly articles: number;
  /** Whether the site stood already as it would have come out. */
  readonly unchanged: boolean;
  /** What has problems and was left out, where the keeper asked for that. */
  readonly leftOut: readonly Problem[];
}

/**
 * Builds the site, and keeps what would come out as it stands.
 *
 * @param root folder of this project
 * @param cold make everything anew from the start
 * @param quarantine leave out what has problems, rather than stopping because of it
 * @throws ArchiveProblems with every problem of the content folder
 */
export async function buildSite(
  root: string,
  { content, out, cache }: Folders,
  { cold, quarantine = false }: { cold: boolean; quarantine?: boolean },
): Promise<Built> {
  recoverSite(out);
  if (cold) rmSync(cache, { recursive: true, force: true });
  claimCache({ cache, content });
  // Begun first: what stands is looked at while the record is read.
  const site = new SiteLook(readLedger(cache), { site: out, linked: linkedFolder(out) });
  const code = codeDigest(root);
  const look = new ContentLook(content, Date.now());
  const state = stateOf(look, code);
  const last = readLastBuild(cache);
  if (state !== undefined && last?.state === state && site.isWhole()) {
    return { articles: last.articles, unchanged: true, leftOut: [] };
  }
  saveLastBuild(cache, undefined, 0);
  const record = sharedRecord(content, new RecordCache(cache, code, look), { quarantine });
  // The menu of every page names dossiers where there are some.
  const hasDossiers = record.dossiers.length > 0;
  const base = sha256(`${code}\n${JSON.stringify(record.settings)}\n${hasDossiers}`);
  openMemos(cache, code);
  const ledger = openLedger(new PageLedger(cache, base, site));
  if (ledger.isOfBase) site.startLinks();
  const programs = path.join(root, '.pressmark', 'programs');
  const program = openProgram(
    new KeptProgram(programs, programKey(code, content, record), {
      fresh: cold,
      ...(hasDossiers && { owner: content }),
    }),
  );
  await renderSite(root, { content, out, cache }, program);
  const { articles, leftOut } = record;
  // A build without what has problems is not what the same folder gives without being asked for it.
  if (leftOut.length === 0) saveLastBuild(cache, state, articles.length);
  return { articles: articles.length, unchanged: false, leftOut };
}

/** Digest of all that is compiled: the code, and the dossiers, which are code of the archive's. */
function programKey(code: string, content: string, { dossiers }: ArchiveRecord): string {
  const compiled = dossiers.map(({ file, digest }) => `${file} ${digest}`);
  return sha256([code, ...(compiled.length > 0 ? [content, ...compiled] : [])].join('\n'));
}
