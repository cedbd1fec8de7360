import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ArchiveProblems, type Problem } from '../../model/problem.ts';
import { type Tell, undoInterrupted } from '../../record/add-files.ts';
import { withArchiveLock } from '../../record/archive-lock.ts';
import { checkWithdrawal } from '../../record/check-withdrawal.ts';
import { ensureGitAttributes } from '../../record/git-attributes.ts';
import { sha256 } from '../../record/hash.ts';
import { carryOutSealing } from '../../record/interrupted-sealing.ts';
import { MANIFEST_FILE } from '../../record/manifest.ts';
import { manifestId, NEXT_MANIFEST_FILE } from '../../record/pending.ts';
import { replaceSynced } from '../../record/write-synced.ts';
import { UsageError } from '../arguments.ts';
import { allFiles, planSeal, type SealOptions } from './plan.ts';

/**
 * Seals files, in one step and under the lock of the archive.
 *
 * @param files paths in the content folder; all of them when it is left out
 * @returns what was sealed, a line a file, and what was not; of files that were named nothing is sealed when
 *   one of them cannot be
 * @throws UsageError for a file that is not there and that the manifest does not name
 * @throws ArchiveProblems when the manifest cannot be read, or a withdrawal was interrupted
 */
export function sealFiles(
  folder: string,
  files: readonly string[] | undefined,
  options: SealOptions,
  tell: Tell,
): { report: readonly string[]; left: readonly Problem[] } {
  return withArchiveLock(folder, 'seal', () => {
    undoInterrupted(folder, tell);
    const interrupted = checkWithdrawal(folder);
    if (interrupted.length > 0) throw new ArchiveProblems(interrupted);
    const known = new Set(allFiles(folder));
    const strangers = (files ?? []).filter((file) => !known.has(file));
    if (strangers.length > 0) {
      throw new UsageError(
        `Not in the content folder ${folder}, nor in its manifest: ${strangers.join(', ')}.\nNothing was sealed. Check the spelling; a path is read from the content folder or from here.`,
      );
    }
    const all = files === undefined;
    const { writes, report, left } = planSeal(folder, files ?? [...known], { ...options, all });
    if (!all && left.length > 0) return { report: [], left };
    const manifest = writes.get(MANIFEST_FILE) ?? '';
    const others = [...writes].filter(([file]) => file !== MANIFEST_FILE);
    const said = ensureGitAttributes(folder);
    if (said !== undefined) tell(said);
    const at = (file: string) => path.join(folder, file);
    if (others.length === 0) replaceSynced(at(MANIFEST_FILE), manifest, at(NEXT_MANIFEST_FILE));
    else {
      carryOutSealing(folder, {
        base: manifestId(folder),
        manifest,
        writes: Object.fromEntries(
          others.map(([file, text]) => [file, { was: sha256(readFileSync(at(file))), text }]),
        ),
      });
    }
    return { report, left };
  });
}
