import assert from 'node:assert/strict';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { formatProblems } from '../../src/model/problem.ts';
import { readArchive } from '../../src/record/read-archive.ts';
import { copyOfBase } from './temp-archive.ts';

const CASES = path.join(import.meta.dirname, 'broken');

/**
 * Beside what a case lays over the base archive: what it takes away, what may not be read, what no
 * repository can hold and is made by a program, and the report to be had.
 */
const NOTES = ['remove.txt', 'unreadable.txt', 'make.ts', 'expected.txt'];

const NOBODY = 65_534;

for (const name of readdirSync(CASES).sort()) {
  test(`the report on a broken archive says what to mend: ${name}`, async (t) => {
    const folder = path.join(CASES, name);
    const content = copyOfBase(t);
    cpSync(folder, content, {
      recursive: true,
      filter: (file) => !NOTES.includes(path.relative(folder, file)),
    });
    for (const file of noted(folder, 'remove.txt')) rmSync(path.join(content, file));
    const program = path.join(folder, 'make.ts');
    if (existsSync(program)) {
      const { make } = (await import(pathToFileURL(program).href)) as { make(to: string): void };
      make(content);
    }
    const unreadable = noted(folder, 'unreadable.txt').map((file) => path.join(content, file));
    const { record, problems } = readWithout(unreadable, content);
    assert.equal(record, undefined, 'the archive was accepted');
    const report = `${formatProblems(problems)}\n`;
    const expected = path.join(folder, 'expected.txt');
    if (process.env['UPDATE_EXPECTED'] === '1') writeFileSync(expected, report);
    assert.equal(report, readFileSync(expected, 'utf8'));
  });
}

function noted(folder: string, file: string): string[] {
  const name = path.join(folder, file);
  return existsSync(name) ? readFileSync(name, 'utf8').trim().split('\n') : [];
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
