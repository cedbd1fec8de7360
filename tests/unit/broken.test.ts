import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { formatProblems } from '../../src/model/problem.ts';
import { readArchive } from '../../src/record/read-archive.ts';
import { brokenArchives, expectedReport, putBrokenArchive } from './broken-archives.ts';
import { tempFolder } from './temp-archive.ts';

const NOBODY = 65_534;

for (const name of brokenArchives()) {
  test(`the report on a broken archive says what to mend: ${name}`, async (t) => {
    const content = path.join(tempFolder(t), 'content');
    const unreadable = await putBrokenArchive(name, content);
    const { record, problems } = readWithout(unreadable, content);
    assert.equal(record, undefined, 'the archive was accepted');
    const report = `${formatProblems(problems)}\n`;
    const expected = expectedReport(name);
    if (process.env['UPDATE_EXPECTED'] === '1') writeFileSync(expected, report);
    assert.equal(report, readFileSync(expected, 'utf8'));
  });
}

/** Reads an archive of which some files may not be read; root reads everything, so not as root. */
function readWithout(
  unreadable: readonly string[],
  content: string,
): ReturnType<typeof readArchive> {
  if (unreadable.length === 0) return readArchive(content);
  const isRoot = process.geteuid?.() === 0;
  chmodSync(path.dirname(content), 0o755);
  for (const file of unreadable) chmodSync(file, 0o000);
  try {
    if (isRoot) process.seteuid?.(NOBODY);
    return readArchive(content);
  } finally {
    if (isRoot) process.seteuid?.(0);
    for (const file of unreadable) chmodSync(file, 0o755);
  }
}
