import { existsSync } from 'node:fs';
import path from 'node:path';
import { ArchiveProblems, type Problem } from '../../model/problem.ts';
import { type Tell, undoInterrupted } from '../../record/add-files.ts';
import { withArchiveLock } from '../../record/archive-lock.ts';
import { checkWithdrawal } from '../../record/check-withdrawal.ts';
import { ensureGitAttributes } from '../../record/git-attributes.ts';
import { formatManifest, MANIFEST_FILE, manifestText } from '../../record/manifest.ts';
import { NEXT_MANIFEST_FILE } from '../../record/pending.ts';
import { replaceSynced } from '../../record/write-synced.ts';
import { entriesByCapture } from '../seal/capture-entries.ts';
import { mendManifest } from './repair-manifest.ts';
import { settle } from './settle-file.ts';

/**
 * Mends what can be mended without deciding anything, under the lock of the archive: what interrupted commands left, lines of
 * the manifest that git or an editor has made unreadable, and files of which the line ends alone differ from what was
 * sealed. Every file that is written has a hash that the manifest gives it, but for the archive's own texts, which are
 * given LF where they were sealed with CR LF.
 *
 * @returns what was mended, a line each, and what is left for a person
 * @throws ArchiveProblems where a journal or a line of the manifest cannot be read by anybody; nothing is changed then
 */
export function repairArchive(
  folder: string,
  tell: Tell,
): { report: readonly string[]; left: readonly Problem[] } {
  return withArchiveLock(folder, 'repair', () => {
    const mended = mendManifest(manifestText(folder) ?? '');
    if (mended.problems.length > 0) throw new ArchiveProblems(mended.problems);
    undoInterrupted(folder, tell);
    const report = [...mended.report];
    const left: Problem[] = [...checkWithdrawal(folder)];
    const said = ensureGitAttributes(folder);
    if (said !== undefined) report.push(said);
    const before = manifestText(folder);
    const { hashes } = mendManifest(before ?? '');
    const manifest = new Map<string, string>();
    const settled = new Map([...hashes].map(([file, all]) => [file, settle(folder, file, all)]));
    for (const [file, entries] of entriesByCapture(folder)) {
      if (hashes.has(file) || !existsSync(path.join(folder, file))) continue;
      const all = entries.map(({ hash }) => hash);
      settled.set(file, { ...settle(folder, file, all), hash: undefined });
    }
    for (const [file, { hash, line, problem }] of settled) {
      if (line !== undefined) report.push(line);
      if (problem !== undefined) left.push(problem);
      if (hash !== undefined) manifest.set(file, hash);
    }
    const text = formatManifest(manifest);
    if (before !== undefined && text !== before) {
      const at = (file: string) => path.join(folder, file);
      replaceSynced(at(MANIFEST_FILE), text, at(NEXT_MANIFEST_FILE));
    }
    return { report, left };
  });
}
