import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a packed file holds, by name: numbers, or texts without line breaks. */
export type Packed = ReadonlyMap<string, Uint32Array | Uint8Array | readonly string[]>;

/** Where a part begins, in bytes behind the list of parts, and how long it is. */
interface Part {
  readonly name: string;
  readonly type: 'numbers' | 'bytes' | 'texts';
  readonly at: number;
  readonly length: number;
  /** How many texts; none are not the same as one that is empty. */
  readonly count: number;
}

/** Parts begin at multiples of this, so that numbers are read where they stand. */
const ALIGNED = 8;

/**
 * Writes a packed file in one step.
 *
 * @param key digest of what decides how it is read: under another one it is nobody's
 */
export function writePacked(file: string, key: string, packed: Packed): void {
  const pieces: Uint8Array[] = [];
  const parts: Part[] = [];
  let at = 0;
  for (const [name, value] of packed) {
    const type =
      value instanceof Uint32Array ? 'numbers' : value instanceof Uint8Array ? 'bytes' : 'texts';
    const bytes = bytesOf(value);
    parts.push({ name, type, at, length: bytes.length, count: value.length });
    const end = aligned(bytes.length);
    pieces.push(bytes, new Uint8Array(end - bytes.length));
    at += end;
  }
  const head = Buffer.from(JSON.stringify({ key, parts }));
  const front = Buffer.alloc(aligned(4 + head.length));
  front.writeUInt32LE(head.length);
  front.set(head, 4);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, Buffer.concat([front, ...pieces]));
  renameSync(`${file}.new`, file);
}

/** Reads a packed file; undefined where there is none of that key that can be read. */
export function readPacked(file: string, key: string): Packed | undefined {
  try {
    const bytes = readFileSync(file);
    const size = bytes.readUInt32LE();
    const head = JSON.parse(bytes.toString('utf8', 4, 4 + size)) as { key: string; parts: Part[] };
    if (head.key !== key) return undefined;
    const first = aligned(4 + size);
    return new Map(head.parts.map((part) => [part.name, readPart(bytes, first, part)]));
  } catch {
    return undefined;
  }
}

function readPart(
  bytes: Buffer,
  first: number,
  { type, at, length, count }: Part,
): Uint32Array | Uint8Array | readonly string[] {
  const from = first + at;
  if (from + length > bytes.length) throw new RangeError('The file ends too soon.');
  const start = bytes.byteOffset + from;
  if (type === 'bytes') return new Uint8Array(bytes.buffer, start, length);
  if (type === 'numbers') return new Uint32Array(bytes.buffer, start, length / 4);
  return count === 0 ? [] : bytes.toString('utf8', from, from + length).split('\n');
}

function bytesOf(value: Uint32Array | Uint8Array | readonly string[]): Uint8Array {
  if (!ArrayBuffer.isView(value)) return Buffer.from(value.join('\n'));
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNED) * ALIGNED;
}
