import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { Piece } from '../../formats/files/site-file.ts';

/** What is remembered of a file: its size and hash, and which piece stands where. */
export interface Written {
  readonly bytes: number;
  readonly sha256: string;
  /** Keys of its pieces, a line each; empty where none of them is worth remembering. */
  readonly keys: string;
  /** Their lengths in bytes. */
  readonly lengths: Uint32Array;
}

/** A file as it stands, with what is remembered of it. */
export interface WrittenFile {
  readonly file: string;
  readonly written: Written;
}

/** Pieces from which on remembering them costs less than making them again. */
const MANY = 200;

/** Bytes that are gathered before they are written. */
const CHUNK = 1 << 20;

/**
 * Writes a file piece by piece: that of a large archive is longer than the longest string. Pieces that
 * stand in an older file are copied from there.
 *
 * @param isHashed whether anybody will ask for the hash
 */
export function writePieces(
  file: string,
  pieces: Iterable<Piece>,
  { from, isHashed }: { from: WrittenFile | undefined; isHashed: boolean },
): Written {
  const hash = createHash('sha256');
  const out = openSync(file, 'w');
  const old = from && new OldPieces(from);
  const keys: string[] = [];
  const lengths: number[] = [];
  let waiting: Uint8Array[] = [];
  let [bytes, length] = [0, 0];
  const flush = () => {
    const chunk = Buffer.concat(waiting);
    if (isHashed) hash.update(chunk);
    for (let at = 0; at < chunk.length; ) at += writeSync(out, chunk, at);
    bytes += chunk.length;
    waiting = [];
    length = 0;
  };
  try {
    for (const { key, text } of pieces) {
      const piece = (key === '' ? undefined : old?.get(key)) ?? Buffer.from(text());
      waiting.push(piece);
      keys.push(key);
      lengths.push(piece.length);
      length += piece.length;
      if (length > CHUNK) flush();
    }
    flush();
  } finally {
    closeSync(out);
    old?.close();
  }
  const sha256 = isHashed ? hash.digest('hex') : '';
  if (keys.length < MANY) return { bytes, sha256, keys: '', lengths: new Uint32Array() };
  return { bytes, sha256, keys: keys.join('\n'), lengths: Uint32Array.from(lengths) };
}

/** The pieces of a file as it stands. They are read in long stretches: most of them follow each other. */
class OldPieces {
  readonly #file: number;
  readonly #keys: readonly string[];
  readonly #starts: Float64Array;
  #places: Map<string, number> | undefined;
  #next = 0;
  #stretch = Buffer.alloc(0);
  #from = 0;

  constructor({ file, written: { keys, lengths } }: WrittenFile) {
    this.#file = openSync(file, 'r');
    this.#keys = keys === '' ? [] : keys.split('\n');
    this.#starts = new Float64Array(this.#keys.length + 1);
    for (let at = 0; at < this.#keys.length; at++) {
      this.#starts[at + 1] = (this.#starts[at] ?? 0) + (lengths[at] ?? 0);
    }
  }

  get(key: string): Uint8Array | undefined {
    // Most pieces follow the one before them, and those that don't are looked up.
    const index = this.#keys[this.#next] === key ? this.#next : this.#find(key);
    if (index === undefined) return undefined;
    this.#next = index + 1;
    const at = this.#starts[index] ?? 0;
    const length = (this.#starts[index + 1] ?? 0) - at;
    if (at < this.#from || at + length > this.#from + this.#stretch.length) {
      const stretch = Buffer.allocUnsafe(Math.max(CHUNK, length));
      const read = readSync(this.#file, stretch, 0, stretch.length, at);
      if (read < length) return undefined;
      this.#stretch = stretch.subarray(0, read);
      this.#from = at;
    }
    return this.#stretch.subarray(at - this.#from, at - this.#from + length);
  }

  #find(key: string): number | undefined {
    this.#places ??= new Map(this.#keys.map((one, index) => [one, index]));
    return this.#places.get(key);
  }

  close(): void {
    closeSync(this.#file);
  }
}
