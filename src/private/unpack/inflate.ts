import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';
import { type Pass, TooLarge, take } from './pass.ts';

const MAKERS = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
  raw: inflateRawSync,
} as const;

/**
 * Unpacks bytes, as far as they go.
 *
 * @returns undefined where they are damaged, or packed in a way that is not known
 * @throws TooLarge
 */
export function inflate(bytes: Uint8Array, how: string, pass: Pass): Uint8Array | undefined {
  const name = how.toLowerCase();
  const make =
    name === 'deflate'
      ? ((bytes[0] ?? 0) & 0x0f) === 8
        ? inflateSync
        : inflateRawSync
      : (MAKERS as Readonly<Record<string, typeof gunzipSync>>)[name];
  if (make === undefined) return undefined;
  const room = Math.max(1, pass.room);
  try {
    return take(pass, make(bytes, { maxOutputLength: room }));
  } catch (error) {
    if (
      error instanceof TooLarge ||
      (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    )
      throw new TooLarge();
    return undefined;
  }
}

/** What a damaged gzip still gives: what stood before the damage is private all the same. */
export function inflateStart(bytes: Uint8Array, pass: Pass): Uint8Array | undefined {
  try {
    const options = {
      maxOutputLength: Math.max(1, pass.room),
      finishFlush: constants.Z_SYNC_FLUSH,
    };
    return take(pass, gunzipSync(bytes, options));
  } catch {
    return undefined;
  }
}

/** Whether bytes begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
