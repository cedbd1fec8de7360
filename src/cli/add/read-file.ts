import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
} from 'node:fs';
import path from 'node:path';
import { LIMITS } from '../../capture/limits.ts';
import { CaptureRefused } from '../../capture/refused.ts';

/** Windows has neither; there a link is refused by its name alone. */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/**
 * The bytes of a file that a person named. Links are not followed, neither the file itself nor a
 * folder on the way to it: what a folder of clippings brings along could point at anything on this machine.
 *
 * @param file absolute path
 * @param from folder in which the person is; the way to it is theirs
 * @throws CaptureRefused
 */
export function bytesOf(file: string, from: string): Uint8Array {
  refuseLinks(file, from);
  let descriptor: number;
  try {
    // Without waiting: a named pipe would wait for somebody who writes.
    descriptor = openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    throw unreadable(error);
  }
  try {
    const found = fstatSync(descriptor);
    if (!found.isFile()) throw noFile();
    if (found.size > LIMITS.capture) {
      throw new CaptureRefused(
        `It has ${Math.round(found.size / 2 ** 20)} MB; at most ${LIMITS.capture / 2 ** 20} are read.`,
        'Save the page without its videos and attachments.',
      );
    }
    const bytes = readFileSync(descriptor);
    const after = fstatSync(descriptor);
    if (
      bytes.length !== found.size ||
      after.size !== found.size ||
      after.mtimeMs !== found.mtimeMs
    ) {
      throw new CaptureRefused(
        'It is being written at this moment: it changed while it was read.',
        'Add it when it is finished.',
      );
    }
    return bytes;
  } catch (error) {
    throw error instanceof CaptureRefused ? error : unreadable(error);
  } finally {
    closeSync(descriptor);
  }
}

function refuseLinks(file: string, from: string): void {
  for (const step of stepsTo(file, from)) {
    const found = lstatSync(step, { throwIfNoEntry: false });
    if (found === undefined) {
      throw new CaptureRefused(
        'There is no such file.',
        'Check the spelling; a path is read from where you are.',
      );
    }
    if (found.isSymbolicLink()) {
      throw new CaptureRefused(
        `${step === file ? 'It is a link' : `${path.basename(step)} on the way to it is a link`}, and links are not followed: they can point at any file of this machine.`,
        `If you mean what it points at, give that: ${targetOf(file)}`,
      );
    }
    if (step === file && !found.isFile()) throw noFile();
  }
}

/** Folders on the way from where a person is, or from the root, and the file. */
function stepsTo(file: string, from: string): string[] {
  const inside = path.relative(from, file);
  const isBelow = inside !== '' && !inside.startsWith('..') && !path.isAbsolute(inside);
  const start = isBelow ? path.resolve(from) : path.parse(file).root;
  const steps: string[] = [];
  let at = start;
  for (const name of path.relative(start, file).split(path.sep)) {
    at = path.join(at, name);
    steps.push(at);
  }
  // Links in the root are the system's own: /tmp and /var on a Mac, /home elsewhere.
  return isBelow ? steps : steps.slice(steps.length > 1 ? 1 : 0);
}

function targetOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return 'it points at nothing.';
  }
}

function noFile(): CaptureRefused {
  return new CaptureRefused('It is a folder or a special file.', 'Name the files in it: FOLDER/*.');
}

function unreadable(error: unknown): CaptureRefused {
  const { code } = error as NodeJS.ErrnoException;
  return new CaptureRefused(`It cannot be read (${code ?? error}).`, 'Check that you may read it.');
}
