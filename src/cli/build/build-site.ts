import { rmSync } from 'node:fs';
import { claimCache } from '../../record/claim-cache.ts';
import { codeDigest } from '../../record/code-digest.ts';
import type { Folders } from '../../record/folders.ts';
import { sha256 } from '../../record/hash.ts';
import { openMemos } from '../../record/memos.ts';
import { openLedger, PageLedger } from '../../record/page-ledger.ts';
import { RecordCache } from '../../record/record-cache.ts';
import { sharedRecord } from '../../record/shared-record.ts';
import { recoverSite } from '../../record/site-place.ts';
import type { ArchiveRecord } from '../../record/types.ts';

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
): Promise<ArchiveRecord> {
  recoverSite(out);
  if (cold) rmSync(cache, { recursive: true, force: true });
  claimCache({ cache, content });
  const code = codeDigest(root);
  const record = sharedRecord(content, new RecordCache(cache, code, Date.now()), {
    quarantine,
  });
  const base = sha256(`${code}\n${JSON.stringify(record.settings)}`);
  openMemos(cache, code);
  openLedger(new PageLedger(cache, base, out));
  // Loaded only now: a broken record is told of without it, in half the time.
  const { build } = await import('astro');
  await build({ root, logLevel: 'warn' });
  return record;
}
