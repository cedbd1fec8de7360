import { ArchiveProblems } from '../model/problem.ts';
import { atPublish } from './at-publish.ts';
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
 * @throws ArchiveProblems with every problem of the folder
 */
export function sharedRecord(folder: string): ArchiveRecord {
  return recordsOfProcess().get(folder) ?? readRecord(folder);
}

/**
 * Reads a content folder, again where it was read before, and has this process share what it says now.
 *
 * @param cache what an earlier run understood
 * @param quarantine leave out what has problems
 * @throws ArchiveProblems with every problem of the folder; what was read before is kept then
 */
export function readRecord(
  folder: string,
  cache?: RecordCache,
  { quarantine = false } = {},
): ArchiveRecord {
  const { record, problems } = (quarantine ? readSound : readArchive)(folder, cache);
  if (record === undefined) throw new ArchiveProblems(problems);
  if (cache !== undefined) atPublish(() => cache.save());
  recordsOfProcess().set(folder, record);
  return record;
}

function recordsOfProcess(): Map<string, ArchiveRecord> {
  return records.get() ?? records.set(new Map());
}
