import { isUtf8 } from 'node:buffer';

/** A text with the way back to its bytes. */
export interface Letters {
  readonly text: string;
  readonly bytesOf: (text: string) => Uint8Array;
}

/**
 * Reads bytes so that every sign of ASCII comes out, whatever their encoding: UTF-8 and UTF-16 as
 * such, all others a letter a byte.
 */
export function lettersOf(bytes: Uint8Array): Letters {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = wideOrder(buffer);
  if (wide !== undefined) return wideLetters(buffer, wide);
  const encoding = isUtf8(buffer) ? 'utf8' : 'latin1';
  return { text: buffer.toString(encoding), bytesOf: (text) => Buffer.from(text, encoding) };
}

function wideOrder(bytes: Buffer): 'le' | 'be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'be';
  // Without a mark every other byte of western letters is nothing.
  const head = bytes.subarray(0, 512);
  let [even, odd] = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) at % 2 === 0 ? even++ : odd++;
  if (odd > head.length / 4 && even === 0) return 'le';
  return even > head.length / 4 && odd === 0 ? 'be' : undefined;
}

function wideLetters(bytes: Buffer, order: 'le' | 'be'): Letters {
  const swapped = (from: Buffer) =>
    order === 'be' ? Buffer.from(from.subarray(0, from.length - (from.length % 2))).swap16() : from;
  return {
    text: swapped(bytes).toString('utf16le'),
    bytesOf: (text) => swapped(Buffer.from(text, 'utf16le')),
  };
}
