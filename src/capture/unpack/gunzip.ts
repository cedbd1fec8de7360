import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
} from 'node:zlib';
import { LIMITS } from '../limits.ts';
import { CaptureRefused } from '../refused.ts';

/** @throws CaptureRefused when the gzip is damaged, or unfolds to more than the limit */
export function unzipped(bytes: Uint8Array, most: number = LIMITS.unpacked): Uint8Array {
  return bounded(() => gunzipSync(bytes, { maxOutputLength: most }), most);
}

/**
 * What can be unpacked of a gzip that stops before its end.
 *
 * @returns undefined when it is damaged in another way
 */
export function unzippedPart(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return gunzipSync(bytes, {
      maxOutputLength: LIMITS.unpacked,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch {
    return undefined;
  }
}

/** A message is packed once, seldom twice. */
const MOST_CODINGS = 3;

/**
 * Undoes the Content-Encoding of a message.
 *
 * @throws CaptureRefused when it is damaged, unfolds to more than the limit, or is not known
 */
export function decodedContent(
  bytes: Uint8Array,
  encoding: string | undefined,
  most: number = LIMITS.unpacked,
): Uint8Array {
  const limit = { maxOutputLength: most };
  let content = bytes;
  const names = (encoding ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (names.length > MOST_CODINGS) {
    throw new CaptureRefused(
      'Its content is packed many times over.',
      'Save the page as plain HTML.',
    );
  }
  for (const name of names.reverse()) {
    if (name === 'identity') continue;
    else if (name === 'gzip' || name === 'x-gzip')
      content = bounded(() => gunzipSync(content, limit), most);
    else if (name === 'br') content = bounded(() => brotliDecompressSync(content, limit), most);
    else if (name === 'deflate') content = bounded(() => inflateEither(content, limit), most);
    else {
      throw new CaptureRefused(
        `Its content is encoded as “${name}”, which is not known here.`,
        'Save the page as plain HTML.',
      );
    }
  }
  return content;
}

/** Servers have always sent both kinds under the name "deflate" (RFC 9110, 8.4.1.2). */
function inflateEither(bytes: Uint8Array, limit: { maxOutputLength: number }): Uint8Array {
  return ((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync(bytes, limit) : inflateRawSync(bytes, limit);
}

function bounded(unpack: () => Uint8Array, most: number): Uint8Array {
  try {
    return unpack();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new CaptureRefused(
        `Unpacked it would have more than ${Math.round(most / 2 ** 20)} MB.`,
        'No article is that long; unpack it yourself and give the page alone.',
      );
    }
    throw new CaptureRefused('Its compressed part is damaged.', 'Save or download it again.');
  }
}
