import { ArchiveProblems } from '../model/problem.ts';
import { readArchive } from './read-archive.ts';
import type { RecordCache } from './record-cache.ts';
import type { ArchiveRecord } from './types.ts';

// A build runs this module twice, once as Node loads it and once inside Astro's module graph; the
// process is the only thing the two have in common, and reading a large archive twice is minutes.
const KEY = Symbol.for('pressmark.record');
const memory = globalThis as { [KEY]?: Map<string, ArchiveRecord> };

/**
 * The record of a content folder, read once per process.
 *
 * @param cache what an earlier run understood; of use to the first call alone
 * @throws ArchiveProblems with every problem of the folder
 */
export function sharedRecord(folder: string, cache?: RecordCache): ArchiveRecord {
  memory[KEY] ??= new Map();
  let record = memory[KEY].get(folder);
  if (record === undefined) {
    const read = readArchive(folder, cache);
    cache?.save();
    if (read.record === undefined) throw new ArchiveProblems(read.problems);
    record = read.record;
    memory[KEY].set(folder, record);
  }
  return record;
}

/** Forgets what was read, for a server that watches the folder. */
export function forgetRecord(folder: string): void {
  memory[KEY]?.delete(folder);
}
