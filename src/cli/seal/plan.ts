import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { appendCorrection } from '../../record/append-correction.ts';
import { listFiles } from '../../record/content-files.ts';
import { sha256 } from '../../record/hash.ts';
import { isOwnText, withLf } from '../../record/line-ends.ts';
import { formatManifest, MANIFEST_FILE, readManifest } from '../../record/manifest.ts';
import { type CaptureEntry, withCaptureHash } from './capture-entries.ts';
import { CaptureChanges, type Verdict } from './judge-capture.ts';
import { rewriteFrontMatter } from './rewrite-front-matter.ts';

/** What sealing will write, worked out before anything is written. */
export interface SealPlan {
  /** Texts to write, by path in the content folder; the manifest comes last. */
  readonly writes: ReadonlyMap<string, string>;
  /** What happens, a line a file. */
  readonly report: readonly string[];
  /** What is not sealed, and why. */
  readonly left: readonly Problem[];
}

/** How a sealing is asked for. */
export interface SealOptions {
  /** Whether the files were not named one by one; no capture is replaced then. */
  readonly all?: boolean;
  /** Why a capture is replaced; it stays in the entry. */
  readonly reason?: string | undefined;
  /** The day, 2026-01-31. */
  readonly day: string;
}

/**
 * Accepts the files as they are now: their hashes go into the manifest. The archive's own texts get LF line ends. A
 * capture that was sealed before is evidence, and its replacement is accepted by its name and with a reason
 * alone; hash and reason go into the front matter of the articles made from it.
 *
 * @param files paths in the content folder; a file that is gone loses its line
 * @throws ArchiveProblems when the manifest cannot be read
 */
export function planSeal(folder: string, files: readonly string[], options: SealOptions): SealPlan {
  const sealed = readManifest(folder) ?? new Map();
  const writes = new Map<string, string>();
  const report: string[] = [];
  const left: Problem[] = [];
  const manifest = new Map(sealed);
  const captures = files.filter((file) => !isOwnText(file));
  const changes = captures.length > 0 ? new CaptureChanges(folder, sealed, options) : undefined;
  for (const capture of captures) {
    const verdict = changes?.judge(capture);
    if (verdict === undefined) continue;
    if (verdict.kind === 'left') left.push(verdict.problem);
    else take(capture, verdict);
  }
  const own = files.filter(isOwnText);
  for (const file of new Set([...own, ...writes.keys()])) takeOwn(file);
  writes.set(MANIFEST_FILE, formatManifest(manifest));
  return { writes, report, left };

  function take(capture: string, verdict: Exclude<Verdict, { kind: 'left' }>): void {
    if (verdict.kind === 'gone') {
      manifest.delete(capture);
      report.push(`${capture}: taken out of the manifest; the file is gone`);
      return;
    }
    const { hash } = verdict;
    manifest.set(capture, hash);
    if (verdict.kind === 'replaced') {
      for (const entry of verdict.entries) {
        writes.set(entry.file, replacedIn(folder, entry, { ...verdict, writes }));
      }
    }
    report.push(reportLine(capture, sealed.get(capture), hash));
  }

  function takeOwn(file: string): void {
    const before = sealed.get(file);
    if (!writes.has(file) && !existsSync(path.join(folder, file))) {
      manifest.delete(file);
      report.push(`${file}: taken out of the manifest; the file is gone`);
      return;
    }
    const bytes = readFileSync(path.join(folder, file));
    let hash = writes.has(file) ? sha256(writes.get(file) ?? '') : sha256(bytes);
    let line = reportLine(file, before, hash);
    if (hash !== before && !writes.has(file) && bytes.includes('\r\n')) {
      const text = Buffer.from(withLf(bytes)).toString('utf8');
      writes.set(file, text);
      hash = sha256(text);
      line = `${reportLine(file, before, hash)} (line ends made LF, as everywhere in the archive)`;
    }
    manifest.set(file, hash);
    report.push(line);
  }
}

function reportLine(file: string, before: string | undefined, hash: string): string {
  if (hash === before) return `${file}: unchanged`;
  return `${file}: ${before === undefined ? 'new' : 'changed'}, sealed as ${hash}`;
}

/** The entry with the hash of the capture as it is now, and the reason among its corrections. */
function replacedIn(
  folder: string,
  entry: CaptureEntry,
  {
    hash,
    reason,
    day,
    writes,
  }: { hash: string; reason: string; day: string; writes: ReadonlyMap<string, string> },
): string {
  const text = writes.get(entry.file) ?? readFileSync(path.join(folder, entry.file), 'utf8');
  const note = `${reason} (Replaced; SHA-256 before: ${entry.hash}.)`;
  return rewriteFrontMatter(text, (yaml) =>
    appendCorrection(entry.hash === '' ? yaml : withCaptureHash(yaml, entry.hash, hash), {
      date: day,
      text: note,
    }),
  );
}

/** Every file that `--all` means: those of the record and those that the manifest still names. */
export function allFiles(folder: string): string[] {
  const files = listFiles(folder).files.filter((file) => file !== MANIFEST_FILE);
  return [...new Set([...files, ...(readManifest(folder)?.keys() ?? [])])].sort();
}
