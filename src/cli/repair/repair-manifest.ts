import type { Problem } from '../../model/problem.ts';
import { MANIFEST_FILE, parseManifest } from '../../record/manifest.ts';

/** A manifest whose lines can be read, with every hash that a path was given. */
export interface MendedManifest {
  readonly hashes: ReadonlyMap<string, readonly string[]>;
  /** What was mended, in lines for the keeper. */
  readonly report: readonly string[];
  /** Lines that nobody can read; while there is one, nothing may be written. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a manifest after what git and editors do to it: CR LF line ends, a byte-order mark, the markers of a merge that was
 * not finished. Of a merge the lines of both sides are kept, and not those of what both began with, which `diff3` puts between them.
 */
export function mendManifest(text: string): MendedManifest {
  const report: string[] = [];
  const mended = (what: string) => report.push(`${MANIFEST_FILE}: ${what}`);
  let rest = text;
  if (rest.startsWith('\uFEFF')) {
    rest = rest.slice(1);
    mended('removed the byte-order mark');
  }
  if (rest.includes('\r\n')) {
    rest = rest.replaceAll('\r\n', '\n');
    mended('made the line ends LF');
  }
  const hashes = new Map<string, string[]>();
  const problems: Problem[] = [];
  let isOfBase = false;
  let isMerge = false;
  for (const [index, row] of rest.split('\n').entries()) {
    const [, marker] = /^(<{7}|={7}|>{7}|\|{7})(?: |$)/.exec(row) ?? [];
    if (marker !== undefined) {
      isMerge = true;
      isOfBase = marker.startsWith('|');
      continue;
    }
    if (isOfBase) continue;
    const read = parseManifest(row);
    problems.push(...read.problems.map((problem) => ({ ...problem, line: index + 1 })));
    for (const [file, hash] of read.manifest) {
      const known = hashes.get(file) ?? [];
      if (!known.includes(hash)) known.push(hash);
      hashes.set(file, known);
    }
  }
  if (isMerge) mended('kept the lines of both sides of a merge');
  return { hashes, report, problems };
}
