import path from 'node:path';
import type { KnownOfCapture } from '../../capture/read-capture.ts';
import { fetchPage } from '../../capture/unpack/fetch-page.ts';
import { bytesOf } from './read-file.ts';

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
  return { bytes: bytesOf(file, from), known: { name: path.basename(file) } };
}
