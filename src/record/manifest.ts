import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ArchiveProblems, type Problem } from '../model/problem.ts';
import { sha256 } from './hash.ts';

/** BagIt payload manifest over the content folder (RFC 8493, section 2.1.3); `sha256sum -c` reads it. */
export const MANIFEST_FILE = 'manifest-sha256.txt';

/** Lines of a manifest by path. */
export type Manifest = ReadonlyMap<string, string>;

/**
 * Reads manifest lines, in any order; a line that stands there twice is read once, as `git merge` may leave it.
 *
 * @returns the lines that are well formed, and what is wrong with the others. Whoever writes the manifest again
 *   must not do so while there are problems ({@link readManifest}): the lines that were not read would be lost
 */
export function parseManifest(text: string): { manifest: Manifest; problems: Problem[] } {
  const manifest = new Map<string, string>();
  const problems: Problem[] = [];
  const rows = text.split('\n');
  const ended = rows.findIndex((row) => row.endsWith('\r'));
  if (ended !== -1) problems.push(lineEnds(ended + 1));
  for (const [index, row] of rows.entries()) {
    if (row === '' || row === '\r') continue;
    const [, hash, file] = LINE.exec(row.replace(/\r$/, '')) ?? [];
    const sealed = file === undefined ? undefined : manifest.get(file);
    if (hash === undefined || file === undefined) problems.push(unreadable(index + 1, row));
    else if (sealed === undefined) manifest.set(file, hash);
    else if (sealed !== hash) problems.push(twice(index + 1, file));
  }
  return { manifest, problems: few(problems) };
}

/** Of a file that is no manifest every line is wrong, and a thousand complaints help nobody. */
function few(problems: Problem[]): Problem[] {
  const [first, ...rest] = problems.slice(MOST - 1);
  if (first === undefined || rest.length === 0) return problems;
  const what = `${first.what} There are ${rest.length} more lines with problems below it.`;
  return [...problems.slice(0, MOST - 1), { ...first, what }];
}

const MOST = 20;

/** A hash, two spaces, and a path that stays in the folder and holds no control character. */
const LINE =
  /^([0-9a-f]{64}) {2}((?!\/|[A-Za-z]:|(?:.*\/)?\.{1,2}(?:\/|$))(?![^\n]*(?:\\|\/\/))[^\s\p{Cc}\uFFFD][^\p{Cc}\u2028\u2029\uFFFD]*)$/u;

/** Writes manifest lines in code-unit order of their paths. */
export function formatManifest(manifest: Manifest): string {
  return [...manifest]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, hash]) => `${hash}  ${file}\n`)
    .join('');
}

/** The manifest as it stands; undefined when there is none. */
export function manifestText(folder: string): string | undefined {
  try {
    return readFileSync(path.join(folder, MANIFEST_FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The manifest, for whoever is going to write it again.
 *
 * @returns undefined when there is none
 * @throws ArchiveProblems when it holds a line that cannot be read
 */
export function readManifest(folder: string): Manifest | undefined {
  const text = manifestText(folder);
  if (text === undefined) return undefined;
  const { manifest, problems } = parseManifest(text);
  if (problems.length > 0) throw new ArchiveProblems(problems);
  return manifest;
}

/** What is wrong with the lines of a folder's manifest. */
export function checkManifest(folder: string): Problem[] {
  return parseManifest(manifestText(folder) ?? '').problems;
}

/** SHA-256 of a file of the record, in hexadecimal. */
export function hashFile(folder: string, file: string): string {
  return sha256(readFileSync(path.join(folder, file)));
}

const WHY =
  'The manifest proves that the record is what it was; a line that is not read would be lost when the manifest is written next.';

function lineEnds(line: number): Problem {
  return {
    file: MANIFEST_FILE,
    line,
    what: 'The lines end as Windows writes them (CR LF), from this one on.',
    why: WHY,
    remedy:
      'Run “npm run repair”: it makes the line ends LF again, and those of the files of which git has changed them too.',
  };
}

function unreadable(line: number, row: string): Problem {
  if (/^(?:<{7}|={7}|>{7}|\|{7})(?: |\r?$)/.test(row)) {
    return {
      file: MANIFEST_FILE,
      line,
      what: 'This line is left of a merge that was not finished (“<<<<<<<”, “=======”, “>>>>>>>”).',
      why: WHY,
      remedy:
        'Run “npm run repair”: it keeps the lines of both sides, and of two for one file the one that is true.',
    };
  }
  if (row.startsWith('\uFEFF')) {
    return {
      file: MANIFEST_FILE,
      line,
      what: 'The file begins with a byte-order mark.',
      why: WHY,
      remedy: 'Run “npm run repair”, which removes it, or save the file without it.',
    };
  }
  return {
    file: MANIFEST_FILE,
    line,
    what: 'This line is not “<hash>  <path>”, with 64 characters, two spaces and a path in the content folder.',
    why: WHY,
    remedy:
      'Restore the line from the version history, or remove it and seal its file again (“npm run seal -- FILE”).',
  };
}

function twice(line: number, file: string): Problem {
  return {
    file: MANIFEST_FILE,
    line,
    what: `This line gives ${file} another hash than an earlier line does.`,
    why: WHY,
    remedy: 'Run “npm run repair”: it keeps the line that is true of the file as it is.',
  };
}
