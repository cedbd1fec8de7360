import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { splitFrontMatter } from '../../record/front-matter.ts';
import { sha256 } from '../../record/hash.ts';
import { isOwnText, withLf, withSealedLineEnds } from '../../record/line-ends.ts';
import { NEXT_MANIFEST_FILE } from '../../record/pending.ts';
import { linkOnTheWay, recordPathFault } from '../../record/record-path.ts';
import { replaceSynced } from '../../record/write-synced.ts';
import { readYaml } from '../../record/yaml-mapping.ts';

/** What a repair makes of a file and its line. */
export interface Settled {
  /** The hash that its line has from now on; undefined where it has no line. */
  readonly hash: string | undefined;
  /** What was mended. */
  readonly line?: string;
  /** What only a person can decide. */
  readonly problem?: Problem;
}

/**
 * Finds which of the hashes that a file was given is true, and puts its line ends back where they alone differ.
 *
 * @param hashes as the manifest has them; more than one after a merge
 */
export function settle(folder: string, file: string, hashes: readonly string[]): Settled {
  const name = path.join(folder, file);
  const [first] = hashes;
  if (recordPathFault(file) !== undefined || linkOnTheWay(folder, file) !== undefined) {
    return one(file, hashes);
  }
  if (!existsSync(name)) {
    return isOfWithdrawn(folder, file)
      ? { hash: undefined, line: `${file}: took its line out; the article is withdrawn` }
      : one(file, hashes);
  }
  const bytes = readFileSync(name);
  const found = sha256(bytes);
  if (hashes.includes(found)) {
    if (found === first && hashes.length === 1) return { hash: found };
    return { hash: found, line: `${file}: of ${hashes.length} lines kept the one that is true` };
  }
  for (const hash of hashes) {
    const sealed = withSealedLineEnds(bytes, hash);
    if (sealed === undefined) continue;
    const text = isOwnText(file) ? withLf(sealed) : sealed;
    const next = sha256(text);
    replaceSynced(name, text, path.join(folder, NEXT_MANIFEST_FILE));
    const how =
      next === hash ? 'put the sealed line ends back' : 'made the line ends LF and sealed it';
    return { hash: next, line: `${file}: ${how}` };
  }
  return one(file, hashes);
}

/** The line as it is, or the first of several, none of which is true: the file counts as changed then. */
function one(file: string, hashes: readonly string[]): Settled {
  const [hash, other] = hashes;
  if (other === undefined) return { hash };
  return {
    hash,
    problem: {
      file,
      what: `The manifest had ${hashes.length} lines for it after a merge, and it has the hash of none (${hashes.join(', ')}). The first was kept.`,
      why: 'Whether the file is as it should be, only a person can say.',
      remedy: isOwnText(file)
        ? `Look at it. If it is what both sides wanted, run “npm run seal -- ${file}”.`
        : 'Put the file back as one of the two sides has it in the version history.',
    },
  };
}

/** Whether a capture is that of an article that is withdrawn. */
function isOfWithdrawn(folder: string, capture: string): boolean {
  const entry = path.join(
    folder,
    capture.replace(/^captures\//, 'articles/').replace(/\.[^/]*$/, '.mdx'),
  );
  if (!capture.startsWith('captures/') || !existsSync(entry)) return false;
  const yaml = splitFrontMatter(readFileSync(entry, 'utf8'))?.yaml ?? '';
  const { access } = (readYaml(yaml, { file: '' }).mapping?.data ?? {}) as { access?: unknown };
  return access === 'withdrawn';
}
