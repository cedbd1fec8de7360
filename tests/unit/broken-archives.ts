import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BASE } from './temp-archive.ts';

const CASES = path.join(import.meta.dirname, 'broken');

/**
 * Beside what a case lays over the base archive: what it takes away, what may not be read, what no
 * repository can hold and is made by a program, and the report to be had.
 */
const NOTES = ['remove.txt', 'unreadable.txt', 'make.ts', 'expected.txt'];

/** Names of all broken archives, one folder each. */
export function brokenArchives(): string[] {
  return readdirSync(CASES).sort();
}

/**
 * Puts a broken archive in the place of whatever stands in a folder.
 *
 * @returns files of it that may not be read, as absolute paths; their rights are not changed yet
 */
export async function putBrokenArchive(name: string, content: string): Promise<string[]> {
  const folder = path.join(CASES, name);
  rmSync(content, { recursive: true, force: true });
  cpSync(BASE, content, { recursive: true });
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
  return noted(folder, 'unreadable.txt').map((file) => path.join(content, file));
}

/** The file that holds the report to be had on a broken archive. */
export function expectedReport(name: string): string {
  return path.join(CASES, name, 'expected.txt');
}

function noted(folder: string, file: string): string[] {
  const name = path.join(folder, file);
  return existsSync(name) ? readFileSync(name, 'utf8').trim().split('\n') : [];
}
