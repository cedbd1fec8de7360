import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type RecordLine,
  readRecordHeader,
  readRecordLine,
} from '../../formats/data/record-lines.ts';
import { DATA_RECORD } from '../../model/export-address.ts';
import type { Problem } from '../../model/problem.ts';
import { sha256 } from '../../record/hash.ts';
import { linkOnTheWay, recordPathFault, shownPath } from '../../record/record-path.ts';

const FILE = DATA_RECORD.slice(1);
const AGAIN = 'Download the site again, whole, and run the command once more.';

/**
 * Writes the files of a published archive's record into a folder.
 *
 * @param site folder of the published site
 * @param target folder to write into; nothing outside it is touched, and nothing written that is no file of a record
 * @returns how many files were written, which of them are not the archive's own because the site
 *   withholds a part, and everything that is wrong with the copy
 */
export async function restoreRecord(
  site: string,
  target: string,
): Promise<{ count: number; withheld: string[]; problems: Problem[] }> {
  const source = path.join(site, FILE);
  if (!existsSync(source)) return { count: 0, withheld: [], problems: [noRecord(site)] };
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const withheld: string[] = [];
  let row = 0;
  let header: { files: number } | undefined;
  for await (const text of linesOf(source)) {
    row++;
    if (row === 1) {
      header = readRecordHeader(text);
      if (header === undefined) return { count: 0, withheld: [], problems: [notOurs()] };
      continue;
    }
    const line = readRecordLine(text);
    if (line === undefined || seen.has(line.path)) {
      problems.push(broken(row));
      continue;
    }
    const fault = recordPathFault(line.path);
    if (fault !== undefined) {
      problems.push(strange(line, row, fault));
      continue;
    }
    seen.add(line.path);
    if (line.withheld && line.path.startsWith('articles/')) withheld.push(line.path);
    const bytes = bytesOf(line, site);
    if (bytes === undefined) problems.push(missing(line, row));
    else if (sha256(bytes) !== line.sha256) problems.push(changed(line, row));
    else if (!wrote(path.join(target, line.path), bytes)) problems.push(broken(row));
  }
  if (header === undefined || row - 1 < header.files) problems.push(cutShort(row, header?.files));
  else if (row - 1 > header.files) problems.push(tooMany(row, header.files));
  return { count: seen.size, withheld, problems };
}

function bytesOf(line: RecordLine, site: string): Uint8Array | undefined {
  if ('text' in line) return Buffer.from(line.text);
  if ('base64' in line) return Buffer.from(line.base64, 'base64');
  // Through a link in the copy a file of this machine would be taken for one of the archive's.
  if (!AT.test(line.at) || linkOnTheWay(site, line.at) !== undefined) return undefined;
  const file = path.join(site, line.at);
  return existsSync(file) ? readFileSync(file) : undefined;
}

/** Where a site keeps the bytes of captures and pictures. */
const AT = /^[a-z]+(?:\/[a-z0-9]+(?:[-.][a-z0-9]+)*)+$/;

/** @returns whether it could be, which it can't where one line's file is another's folder */
function wrote(file: string, bytes: Uint8Array): boolean {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOTDIR' || code === 'EISDIR') return false;
    throw error;
  }
}

/** The lines of a file. Node's `readline` also ends one at U+2028 and U+2029, which JSON may hold as they are. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const piece of createReadStream(file, 'utf8')) {
    const [first = '', ...others] = String(piece).split('\n');
    begun.push(first);
    for (const next of others) {
      yield begun.join('');
      begun = [next];
    }
  }
  const last = begun.join('');
  if (last !== '') yield last;
}

function noRecord(site: string): Problem {
  return {
    file: FILE,
    what: `There is no such file in ${site}.`,
    why: 'The archive is made again from it.',
    remedy: 'Name the folder of a downloaded site, the one that holds index.html.',
  };
}

function notOurs(): Problem {
  return {
    file: FILE,
    line: 1,
    what: 'The file does not begin as the export of an archive’s record does.',
    why: 'It may be another file, or one of a later version.',
    remedy: AGAIN,
  };
}

function broken(line: number): Problem {
  return {
    file: FILE,
    line,
    what: 'This line is not a file of the record: it is cut off, or a file that an earlier line has.',
    why: 'A file of the archive would be lost, or one of yours overwritten.',
    remedy: AGAIN,
  };
}

function strange({ path: file }: RecordLine, line: number, fault: string): Problem {
  return {
    file: FILE,
    line,
    what: `This line would write ${shownPath(file)}. ${fault}`,
    why: 'A copy of a site may come from anybody; restoring it must write an archive’s files and nothing else, such as settings of git that run a program.',
    remedy:
      'Do not trust this copy: find out who has changed it, and download the site again from where it is published.',
  };
}

function missing(record: RecordLine, line: number): Problem {
  return {
    file: FILE,
    line,
    what: `The bytes of ${record.path} are not in this copy${'at' in record ? ` (${record.at})` : ''}.`,
    why: 'An article without its capture can’t be vouched for.',
    remedy: AGAIN,
  };
}

function changed({ path: file }: RecordLine, line: number): Problem {
  return {
    file: FILE,
    line,
    what: `${file} is not what it was when the site was published: its hash differs.`,
    why: 'An archive must not be restored from something else than what it held.',
    remedy: AGAIN,
  };
}

function tooMany(line: number, files: number): Problem {
  return {
    file: FILE,
    line,
    what: `The file holds ${line - 1} files, and the first line says ${files}.`,
    why: 'Somebody has put something in that the archive did not hold.',
    remedy: AGAIN,
  };
}

function cutShort(line: number, files = 0): Problem {
  return {
    file: FILE,
    line,
    what: `The file ends after ${Math.max(line - 1, 0)} of ${files} files of the record.`,
    why: 'It was cut off on the way; what is missing would be lost.',
    remedy: AGAIN,
  };
}
