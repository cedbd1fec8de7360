import type { Problem } from '../model/problem.ts';
import { readArchive } from './read-archive.ts';
import type { RecordCache } from './record-cache.ts';

/**
 * Reads what can be published of a content folder: as {@link readArchive}, but files with problems
 * are left out, and so is what cannot stand without them: an article that names a record that is
 * out is out as well, and of two files that claim one thing both are.
 *
 * @returns the record with the problems of all that was left out; none where the folder itself or
 *   its `archive.yml` cannot be read, because nothing can be built then
 */
export function readSound(folder: string, cache?: RecordCache): ReturnType<typeof readArchive> {
  const leftOut: Problem[] = [];
  const out = new Set<string>();
  for (;;) {
    const read = readArchive(folder, cache, { leftOut });
    if (read.record !== undefined) return read;
    const fresh = read.problems.filter(({ file }) => !out.has(file));
    const isLost = read.problems.some(({ file }) => file === 'archive.yml' || file === folder);
    if (isLost || fresh.length === 0) return { ...read, problems: [...leftOut, ...read.problems] };
    leftOut.push(...fresh);
    for (const { file, also } of fresh) out.add(file).add(also ?? file);
  }
}
