import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../model/problem.ts';
import { GIT_ATTRIBUTES } from './git-attributes.ts';
import { isOfWork, pendingFiles } from './pending.ts';

/** Left by desktops and version control; never part of a record. */
const IGNORED = new Set([
  ...['.DS_Store', 'Thumbs.db', 'desktop.ini'],
  ...['.git', '.gitkeep', '.gitignore', GIT_ATTRIBUTES],
]);

/**
 * Every file below a folder, as paths with `/`, in code-unit order: the order must not depend on
 * the disk. Links are reported and not followed, so that nothing outside the folder gets in. What an
 * interrupted `add` left behind is passed over.
 */
export function listFiles(folder: string): { files: string[]; problems: Problem[] } {
  const files: string[] = [];
  const problems: Problem[] = [];
  walk(folder, problems, (below, names) => {
    for (const name of names) files.push(below === '' ? name : `${below}/${name}`);
  });
  files.sort();
  return { files, problems };
}

/** How many files {@link listFiles} would find. */
export function countFiles(folder: string): number {
  let count = 0;
  walk(folder, [], (_below, { length }) => {
    count += length;
  });
  return count;
}

/** Goes through all folders below one. @param visit is given the names of the files in each */
function walk(
  folder: string,
  problems: Problem[],
  visit: (below: string, names: readonly string[]) => void,
): void {
  const pending = pendingFiles(folder);
  const open = [''];
  for (let below = open.pop(); below !== undefined; below = open.pop()) {
    const names: string[] = [];
    for (const entry of entriesIn(folder, below, problems)) {
      const { name } = entry;
      if (IGNORED.has(name)) continue;
      const file = below === '' ? name : `${below}/${name}`;
      if (pending.has(file) || isOfWork(file)) continue;
      if (entry.isFile()) names.push(name);
      else if (entry.isDirectory()) open.push(file);
      else problems.push(special(file));
    }
    visit(below, names);
  }
}

function special(file: string): Problem {
  return {
    file,
    what: 'This is a link or a special file, not a file.',
    why: 'What it points to may lie outside the archive and change without a trace.',
    remedy: 'Put the file itself here, or remove the link.',
  };
}

function entriesIn(folder: string, below: string, problems: Problem[]): Dirent[] {
  try {
    return readdirSync(path.join(folder, below), { withFileTypes: true });
  } catch (error) {
    problems.push({
      file: below || folder,
      what: `This folder cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`,
      why: 'An archive that skips what it cannot read loses it silently.',
      remedy: 'Check that you may read the folder and list what is in it.',
    });
    return [];
  }
}

/** Whether a folder is there; a link to one counts, because the keeper chose it by name. */
export function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Bytes of a file of the record, or the problem that kept them from being read. */
export function readBytes(folder: string, file: string): Uint8Array | Problem {
  try {
    return readFileSync(path.join(folder, file));
  } catch (error) {
    return {
      file,
      what: `This file cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`,
      why: 'An archive that skips what it cannot read loses it silently.',
      remedy: 'Check that the file exists and that you may read it.',
    };
  }
}

/** Bytes of an entry or a record at most; the longest novels have three million letters. */
const LONGEST = 4 * 1024 * 1024;

/** Text of bytes that must be UTF-8, without a byte-order mark, and no longer than a text can be. */
export function decodeText(bytes: Uint8Array, file: string): string | Problem {
  if (bytes.length > LONGEST) return tooLong(bytes.length, file);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return {
      file,
      line: 1,
      what: 'The file begins with a byte-order mark.',
      why: 'It hides the first line from tools that read the front matter.',
      remedy: 'Save the file as UTF-8 without a byte-order mark.',
    };
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const { line, column } = firstInvalid(bytes);
    return {
      file,
      line,
      column,
      what: `The file is not UTF-8: it breaks off at byte ${column} of line ${line}.`,
      why: 'Letters that cannot be read would be replaced by � and lost.',
      remedy: 'Find out in which encoding the file was saved, convert it to UTF-8 and compare.',
    };
  }
}

function tooLong(bytes: number, file: string): Problem {
  return {
    file,
    line: 1,
    what: `The file is ${(bytes / 1024 / 1024).toFixed(1)} MiB long; an entry has room for ${LONGEST / 1024 / 1024}.`,
    why: 'It is more than a reader’s browser can show as one page, and most likely a capture in the place of an article.',
    remedy: 'Keep the whole in captures/, where size does not matter, and here the article alone.',
  };
}

function firstInvalid(bytes: Uint8Array): { line: number; column: number } {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let line = 1;
  let start = 0;
  for (;;) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return { line, column: invalidByte(bytes.subarray(start, end)) };
    }
    if (feed === -1) return { line, column: 1 };
    line++;
    start = feed + 1;
  }
}

/** Position, from 1, of the first byte that no UTF-8 text can have there. */
function invalidByte(bytes: Uint8Array): number {
  const shown = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const encoder = new TextEncoder();
  for (let at = 0; ; ) {
    const next = shown.indexOf('\uFFFD', at);
    if (next === -1) return 1;
    const before = encoder.encode(shown.slice(0, next)).length;
    // A � that was really written is three bytes, EF BF BD; anything else is the fault.
    if (!(bytes[before] === 0xef && bytes[before + 1] === 0xbf && bytes[before + 2] === 0xbd)) {
      return before + 1;
    }
    at = next + 1;
  }
}
