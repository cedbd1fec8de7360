import { sha256 } from './hash.ts';

const [CR, LF] = [0x0d, 0x0a];

/**
 * The bytes that a hash was made of, where a file differs from them in its line ends alone: git and editors
 * write CR LF for LF or the reverse, and add or drop the last one.
 *
 * @returns undefined where it differs in more
 */
export function withSealedLineEnds(bytes: Uint8Array, sealed: string): Uint8Array | undefined {
  const lf = withLf(bytes);
  for (const text of [lf, ...otherEnding(lf)]) {
    for (const candidate of [text, withCrLf(text)]) {
      if (sha256(candidate) === sealed) return candidate;
    }
  }
  return undefined;
}

/** Bytes with LF for every CR LF. */
export function withLf(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, at) => byte !== CR || bytes[at + 1] !== LF);
}

function withCrLf(bytes: Uint8Array): Uint8Array {
  const ends = bytes.reduce((count, byte) => count + (byte === LF ? 1 : 0), 0);
  const result = new Uint8Array(bytes.length + ends);
  let at = 0;
  for (const byte of bytes) {
    if (byte === LF) result[at++] = CR;
    result[at++] = byte;
  }
  return result;
}

/** The same text with one line end more at its end, and with one less where there is one. */
function otherEnding(lf: Uint8Array): Uint8Array[] {
  const longer = Buffer.concat([lf, Buffer.from([LF])]);
  return lf.at(-1) === LF ? [lf.subarray(0, -1), longer] : [longer];
}

/** Whether a file of the record is text of the archive's own, which has LF, and not bytes as they were received. */
export function isOwnText(file: string): boolean {
  return !/^(?:captures|pictures)\//.test(file);
}
