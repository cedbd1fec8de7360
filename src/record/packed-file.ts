import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, renameSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Sections of bytes behind a head that says what they are. */
export interface Packed {
  readonly head: unknown;
  /** Each begins at a multiple of eight bytes of one shared buffer, so that threads can look at numbers in it. */
  readonly sections: readonly Uint8Array<SharedArrayBuffer>[];
}

/** One section, as a whole or in pieces that follow one another. */
export type Section = Uint8Array | readonly Uint8Array[];

const WORD = 8;
/** Bytes of the SHA-256 at the end of a file. */
const CHECKSUM = 32;
const padded = (length: number): number => Math.ceil(length / WORD) * WORD;

/**
 * Reads a packed file. Disks lose bits without a word, and what is remembered here goes into pages.
 *
 * @returns undefined where there is none, where it cannot be read, and where it is not what was written: its
 *   checksum tells
 */
export function readPacked(file: string): Packed | undefined {
  try {
    const size = statSync(file).size;
    const bytes = new Uint8Array(new SharedArrayBuffer(size));
    const descriptor = openSync(file, 'r');
    try {
      for (let at = 0; at < size; ) {
        const read = readSync(descriptor, bytes, at, Math.min(size - at, 2 ** 30), at);
        if (read === 0) return undefined;
        at += read;
      }
    } finally {
      closeSync(descriptor);
    }
    const end = size - CHECKSUM;
    if (end < WORD || !checksum([bytes.subarray(0, end)]).equals(bytes.subarray(end))) {
      return undefined;
    }
    const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
    const { head, lengths } = JSON.parse(textOf(bytes.subarray(WORD, WORD + length)));
    let at = WORD + padded(length);
    const sections = (lengths as number[]).map((section) => {
      const start = at;
      at += padded(section);
      return bytes.subarray(start, start + section);
    });
    return at === end ? { head, sections } : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a packed file, in one step. */
export function writePacked(file: string, head: unknown, sections: readonly Section[]): void {
  const pieces = sections.map((section) => (section instanceof Uint8Array ? [section] : section));
  const lengths = pieces.map((all) => all.reduce((sum, { length }) => sum + length, 0));
  const text = Buffer.from(JSON.stringify({ head, lengths }));
  const length = Buffer.alloc(WORD);
  length.writeBigUInt64LE(BigInt(text.length));
  mkdirSync(path.dirname(file), { recursive: true });
  const descriptor = openSync(`${file}.new`, 'w');
  try {
    const whole: Uint8Array[] = [length, text, gap(text.length)];
    for (const [at, all] of pieces.entries()) whole.push(...joined(all), gap(lengths[at] ?? 0));
    whole.push(checksum(whole));
    for (const bytes of joined(whole)) {
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    }
  } finally {
    closeSync(descriptor);
  }
  renameSync(`${file}.new`, file);
}

/** Text of bytes, also of such as threads share, which TextDecoder refuses. */
export function textOf({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, length).toString();
}

/** Numbers that stand in a section. */
export const doublesIn = ({ buffer, byteOffset, length }: Uint8Array<SharedArrayBuffer>) =>
  new Float64Array(buffer, byteOffset, length / 8);
export const integersIn = ({ buffer, byteOffset, length }: Uint8Array<SharedArrayBuffer>) =>
  new Uint32Array(buffer, byteOffset, length / 4);

/** The bytes of numbers. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array | Uint32Array) =>
  new Uint8Array(buffer, byteOffset, byteLength);

function checksum(pieces: readonly Uint8Array[]): Buffer {
  const sum = createHash('sha256');
  // Bytes that threads share are refused as they are.
  for (const { buffer, byteOffset, length } of pieces) {
    sum.update(Buffer.from(buffer as ArrayBuffer, byteOffset, length));
  }
  return sum.digest();
}

function gap(length: number): Buffer {
  return Buffer.alloc(padded(length) - length);
}

/** Small pieces as few larger ones, so that they are not written one by one. */
function joined(pieces: readonly Uint8Array[], most = 2 ** 20): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let [open, size]: [Uint8Array[], number] = [[], 0];
  for (const piece of pieces) {
    if (size > 0 && size + piece.length > most) {
      chunks.push(Buffer.concat(open));
      [open, size] = [[], 0];
    }
    open.push(piece);
    size += piece.length;
  }
  if (open.length === 1) chunks.push(...open);
  else if (open.length > 1) chunks.push(Buffer.concat(open));
  return chunks;
}
