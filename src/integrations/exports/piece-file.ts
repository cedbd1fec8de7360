import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import type { Pieces } from '../../formats/files/site-file.ts';

/** What is remembered of a file in pieces. */
export interface Written {
  readonly bytes: number;
  /** Of all of it; empty where nobody asked for it. */
  readonly sha256: string;
  /** Bytes before its first piece, and between two of them. */
  readonly head: number;
  readonly joint: number;
  /** Bytes of each piece; none where they are not worth remembering. */
  readonly lengths: Uint32Array;
}

/** A file as it stands, with where each piece of the new one stands in it: see `findPieces`. */
export interface Source {
  readonly file: string;
  readonly written: Written;
  readonly places: Int32Array;
}

/** Bytes that are gathered before they are written; more would not stay in a processor's own memory. */
const ROOM = Buffer.allocUnsafeSlow(1 << 18);

/**
 * Writes a file piece by piece: that of a large archive is longer than the longest string. What stands
 * in an older file is copied from there, in stretches as long as they come.
 *
 * @param isHashed whether anybody will ask for the hash
 */
export function writePieces(
  file: string,
  { head, joint, foot, count, bytes }: Pieces,
  { source, isHashed }: { source: Source | undefined; isHashed: boolean },
): Written {
  const out = new Output(file, isHashed);
  const old = source && openStretches(source);
  const lengths = new Uint32Array(count);
  const jointBytes = Buffer.from(joint);
  try {
    out.text(head);
    for (let at = 0; at < count; ) {
      if (at > 0) out.bytes(jointBytes);
      const from = old?.places[at] ?? -1;
      if (old === undefined || from === -1) {
        const piece = bytes(at);
        out.bytes(piece);
        lengths[at++] = piece.length;
        continue;
      }
      let end = from;
      while (at < count && old.places[at] === end) lengths[at++] = old.lengths[end++] ?? 0;
      out.stretch(old.handle, old.start(from), old.start(end) - old.joint);
    }
    out.text(foot);
    return { ...out.close(), head: Buffer.byteLength(head), joint: jointBytes.length, lengths };
  } finally {
    out.close();
    old?.close();
  }
}

/**
 * Where the pieces of a new file stand in an old one, by their keys; -1 for those that don't.
 *
 * @param before two words for each piece of the old file
 * @param now two words for each piece of the new one
 */
export function findPieces(before: Uint32Array, now: Uint32Array): Int32Array {
  const places = new Int32Array(now.length / 2).fill(-1);
  const isAt = (place: number, at: number) =>
    before[2 * place] === now[2 * at] && before[2 * place + 1] === now[2 * at + 1];
  let known: Map<number, number> | undefined;
  let next = 0;
  for (let at = 0; at < places.length; at++) {
    let place = next;
    // Most pieces follow the one before them, and those that don't are looked up.
    if (!isAt(place, at)) {
      known ??= placesOf(before);
      place = known.get(numberOf(now, at)) ?? -1;
      if (place === -1 || !isAt(place, at)) continue;
    }
    places[at] = place;
    next = place + 1;
  }
  return places;
}

function placesOf(words: Uint32Array): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = 0; at < words.length / 2; at++) places.set(numberOf(words, at), at);
  return places;
}

/** A number of 53 bits of a key. */
function numberOf(words: Uint32Array, at: number): number {
  return ((words[2 * at] ?? 0) & 0x1fffff) * 2 ** 32 + (words[2 * at + 1] ?? 0);
}

/** An old file and where its pieces begin; undefined when it is not as it was written. */
function openStretches({ file, written, places }: Source) {
  const { lengths, head, joint, bytes } = written;
  const handle = openSync(file, 'r');
  if (fstatSync(handle).size !== bytes || lengths.length === 0) {
    closeSync(handle);
    return undefined;
  }
  const starts = new Float64Array(lengths.length + 1);
  starts[0] = head;
  for (let at = 0; at < lengths.length; at++) {
    starts[at + 1] = (starts[at] ?? 0) + (lengths[at] ?? 0) + joint;
  }
  const start = (at: number) => starts[at] ?? 0;
  return { handle, places, lengths, joint, start, close: () => closeSync(handle) };
}

/** A file that is written through one buffer, which all of them share. */
class Output {
  readonly #handle: number;
  readonly #hash: ReturnType<typeof createHash> | undefined;
  #used = 0;
  #bytes = 0;
  #closed: Pick<Written, 'bytes' | 'sha256'> | undefined;

  constructor(file: string, isHashed: boolean) {
    this.#handle = openSync(file, 'w');
    this.#hash = isHashed ? createHash('sha256') : undefined;
  }

  text(text: string): void {
    if (text !== '') this.bytes(Buffer.from(text));
  }

  bytes(bytes: Uint8Array): void {
    if (bytes.length > ROOM.length - this.#used) this.#flush();
    if (bytes.length > ROOM.length) this.#write(bytes);
    else {
      ROOM.set(bytes, this.#used);
      this.#used += bytes.length;
    }
  }

  /** Copies from another file. @param end the first byte that is not copied */
  stretch(from: number, start: number, end: number): void {
    for (let at = start; at < end; ) {
      if (this.#used === ROOM.length) this.#flush();
      const read = readSync(
        from,
        ROOM,
        this.#used,
        Math.min(ROOM.length - this.#used, end - at),
        at,
      );
      if (read === 0) throw new Error('A published file became shorter while it was read.');
      this.#used += read;
      at += read;
    }
  }

  close(): Pick<Written, 'bytes' | 'sha256'> {
    if (this.#closed !== undefined) return this.#closed;
    try {
      this.#flush();
    } finally {
      this.#closed = { bytes: this.#bytes, sha256: this.#hash?.digest('hex') ?? '' };
      closeSync(this.#handle);
    }
    return this.#closed;
  }

  #flush(): void {
    const used = this.#used;
    this.#used = 0;
    if (used > 0) this.#write(ROOM.subarray(0, used));
  }

  #write(bytes: Uint8Array): void {
    this.#hash?.update(bytes);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#handle, bytes, at);
    this.#bytes += bytes.length;
  }
}
