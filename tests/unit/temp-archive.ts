import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { readArchive } from '../../src/record/read-archive.ts';
import type { ArchiveRecord } from '../../src/record/types.ts';

/** A small archive without a fault; tests break copies of it. */
export const BASE = path.join(import.meta.dirname, 'base-archive', 'content');

/** An empty folder that is removed when the test is over. */
export function tempFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-unit-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the base archive that is removed when the test is over. */
export function copyOfBase(t: TestContext): string {
  const folder = path.join(tempFolder(t), 'content');
  cpSync(BASE, folder, { recursive: true });
  return folder;
}

/** Writes a file and the folders above it. */
export function write(folder: string, file: string, content: string | Uint8Array): void {
  const name = path.join(folder, file);
  mkdirSync(path.dirname(name), { recursive: true });
  writeFileSync(name, content);
}

/** Replaces words of a file; they must stand there, so that no break is lost when the base changes. */
export function replace(folder: string, file: string, from: string, to: string): void {
  const text = readFileSync(path.join(folder, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold “${from}”.`);
  writeFileSync(
    path.join(folder, file),
    text.replace(from, () => to),
  );
}

/** The record of an archive that has no fault. */
export function recordOf(folder: string): ArchiveRecord {
  const { record, problems } = readArchive(folder, undefined, { whole: true, looks: true });
  if (record === undefined) throw new Error(problems.map(({ what }) => what).join(' '));
  return record;
}
