import { ArchiveProblems } from '../model/problem.ts';
import { ofProcess } from './of-process.ts';
import { readSound } from './quarantine.ts';
import { readArchive } from './read-archive.ts';
import type { RecordCache } from './record-cache.ts';
import type { ArchiveRecord } from './types.ts';

// Reading a large archive twice is minutes.
const records = ofProcess<Map<string, ArchiveRecord>>('record');

/**
 * The record of a content folder, read once per process.
 *
 * @param cache what an earlier run understood; of use to the first call alone
 * @param quarantine leave out what has problems; of use to the first call alone
 * @throws ArchiveProblems with every problem of the folder
 */
export function sharedRecord(
  folder: string,
  cache?: RecordCache,
  { quarantine = false } = {},
): ArchiveRecord {
  let record = recordsOfProcess().get(folder);
  if (record === undefined) {
    record = readOrThrow(folder, cache, quarantine);
    recordsOfProcess().set(folder, record);
  }
  return record;
}

/**
 * Reads a content folder again, for a server that watches it.
 *
 * @throws ArchiveProblems with every problem of the folder; what was read before is kept then
 */
export function rereadRecord(folder: string): void {
  recordsOfProcess().set(folder, readOrThrow(folder));
}

/** Has this process, or this thread of it, take a record that was read as the one of its folder. */
export function shareRecord(folder: string, record: ArchiveRecord): void {
  recordsOfProcess().set(folder, record);
}

function recordsOfProcess(): Map<string, ArchiveRecord> {
  return records.get() ?? records.set(new Map());
}

function readOrThrow(folder: string, cache?: RecordCache, quarantine = false): ArchiveRecord {
  const { record, problems } = (quarantine ? readSound : readArchive)(folder, cache);
  if (record === undefined) throw new ArchiveProblems(problems);
  cache?.save();
  return record;
}
