import { readdirSync } from 'node:fs';
import path from 'node:path';
import { memoOf } from '../../record/memos.ts';
import { currentLedger } from '../../record/page-ledger.ts';

/**
 * Whether the index that stands on the published site is the one that would be made now; it is taken
 * over then.
 *
 * @param folder address of its folder, ending in "/"
 * @param key digest of what it is made from
 */
export function keepsIndex(folder: string, key: string): boolean {
  const ledger = currentLedger();
  if (ledger === undefined) return false;
  const files = ledger.below(folder);
  if (files.length === 0 || files.some(([, line]) => line.key !== key)) return false;
  // One file that is gone or was changed makes an index worthless.
  if (files.length < ledger.countBefore(folder)) return false;
  for (const [address] of files) ledger.isKept(address, key);
  return true;
}

/**
 * Enters the files of an index that was made now.
 *
 * @param site absolute path of the folder of the site that is being made
 */
export function enterIndex(site: string, folder: string, key: string): void {
  const entries = readdirSync(path.join(site, folder), { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.relative(site, path.join(entry.parentPath, entry.name));
    currentLedger()?.isKept(`/${file.replaceAll('\\', '/')}`, key);
  }
}

/**
 * Whether the search files that stand on the published site are those of this record. They are kept file
 * by file; when the record has not changed nobody need ask what stands in each.
 *
 * @param digest of the record
 */
export function keepsSearch(digest: string): boolean {
  const ledger = currentLedger();
  if (ledger === undefined) return false;
  const memo = memoOf('record of the search files');
  const isSame = memo.before.get('digest')?.key === digest;
  memo.get('digest', digest, () => '');
  // The disk is asked only where that matters: the answer is waited for.
  const files = isSame ? ledger.below('/search/') : [];
  const keeps = files.length > 0 && files.length === ledger.countBefore('/search/');
  if (keeps) for (const [address, { key }] of files) ledger.isKept(address, key);
  return keeps;
}
