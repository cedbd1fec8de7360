import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { formatProblems } from '../../src/model/problem.ts';
import { readArchive } from '../../src/record/read-archive.ts';
import { copyOfBase } from './temp-archive.ts';

const CASES = path.join(import.meta.dirname, 'broken');

/** Beside what a case lays over the base archive: what it takes away, and the report to be had. */
const NOTES = ['remove.txt', 'expected.txt'];

for (const name of readdirSync(CASES).sort()) {
  test(`the report on a broken archive says what to mend: ${name}`, (t) => {
    const folder = path.join(CASES, name);
    const content = copyOfBase(t);
    cpSync(folder, content, {
      recursive: true,
      filter: (file) => !NOTES.includes(path.relative(folder, file)),
    });
    if (readdirSync(folder).includes('remove.txt')) {
      const gone = readFileSync(path.join(folder, 'remove.txt'), 'utf8').trim().split('\n');
      for (const file of gone) rmSync(path.join(content, file));
    }
    const { record, problems } = readArchive(content);
    assert.equal(record, undefined, 'the archive was accepted');
    const report = `${formatProblems(problems)}\n`;
    const expected = path.join(folder, 'expected.txt');
    if (process.env['UPDATE_EXPECTED'] === '1') writeFileSync(expected, report);
    assert.equal(report, readFileSync(expected, 'utf8'));
  });
}
