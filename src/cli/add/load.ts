import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { LIMITS } from '../../capture/limits.ts';
import type { KnownOfCapture } from '../../capture/read-capture.ts';
import { CaptureRefused } from '../../capture/refused.ts';
import { fetchPage } from '../../capture/unpack/fetch-page.ts';

/** Bytes as received, and what is known of them before they are read. */
export interface Loaded {
  readonly bytes: Uint8Array;
  readonly known: KnownOfCapture;
}

/** Whether an argument is an address and not a file. */
export function isAddress(argument: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(argument);
}

/**
 * Gets the bytes of a file or an address.
 *
 * @param from folder from which a file name was typed
 * @param now moment of the run, for what is downloaded
 * @throws CaptureRefused
 */
export async function load(argument: string, from: string, now: string): Promise<Loaded> {
  if (isAddress(argument)) {
    const { bytes, contentType, url, lengthUnknown } = await fetchPage(argument);
    return {
      bytes,
      known: {
        name: url,
        url,
        capturedAt: now.replace(/\.\d+Z$/, 'Z'),
        tool: 'Pressmark',
        lengthUnknown,
        ...(contentType !== undefined && { contentType }),
      },
    };
  }
  const file = path.resolve(from, argument);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    throw new CaptureRefused(
      'There is no such file.',
      'Check the spelling; a path is read from where you are.',
    );
  }
  if (!found.isFile()) {
    throw new CaptureRefused(
      'It is a folder or a special file.',
      'Name the files in it: FOLDER/*.',
    );
  }
  if (found.size > LIMITS.capture) {
    throw new CaptureRefused(
      `It has ${Math.round(found.size / 2 ** 20)} MB; at most ${LIMITS.capture / 2 ** 20} are read.`,
      'Save the page without its videos and attachments.',
    );
  }
  try {
    return { bytes: readFileSync(file), known: { name: path.basename(file) } };
  } catch (error) {
    throw new CaptureRefused(
      `It cannot be read (${(error as NodeJS.ErrnoException).code ?? error}).`,
      'Check that you may read it.',
    );
  }
}
