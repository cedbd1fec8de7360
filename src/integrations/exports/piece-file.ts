import { statSync } from 'node:fs';
import type { Pieces } from '../../formats/files/site-file.ts';
import { type CopyTask, type Part, sizeOf } from './copy.ts';
import { OutputFile, type Sum } from './output-file.ts';

/** What is remembered of a file in pieces. */
export interface Written extends Sum {
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

/**
 * Writes a file piece by piece: that of a large archive is longer than the longest string.
 *
 * @param isHashed whether anybody will ask for the hash
 */
export function writePieces(
  file: string,
  { head, joint, foot, count, bytes }: Pieces,
  isHashed: boolean,
): Written {
  const out = new OutputFile(file, isHashed);
  const lengths = new Uint32Array(count);
  const jointBytes = Buffer.from(joint);
  try {
    out.text(head);
    for (let at = 0; at < count; at++) {
      if (at > 0) out.bytes(jointBytes);
      const piece = bytes(at);
      out.bytes(piece);
      lengths[at] = piece.length;
    }
    out.text(foot);
  } finally {
    out.close();
  }
  return { ...out.close(), head: Buffer.byteLength(head), joint: jointBytes.length, lengths };
}

/**
 * How a file comes about of which most pieces stand in an older one: they are copied from there, in
 * stretches as long as they come.
 *
 * @returns undefined when the older file is not as it was written
 */
export function planPieces(
  { head, joint, foot, count, bytes }: Pieces,
  source: Source,
): (Pick<CopyTask, 'from' | 'parts'> & { readonly written: Written }) | undefined {
  const old = stretchesOf(source);
  if (old === undefined) return undefined;
  const parts: Part[] = [Buffer.from(head)];
  const lengths = new Uint32Array(count);
  const jointBytes = Buffer.from(joint);
  for (let at = 0; at < count; ) {
    if (at > 0) parts.push(jointBytes);
    const from = source.places[at] ?? -1;
    if (from === -1) {
      // Copied: what is handed to a thread takes all with it that it was cut from.
      const piece = bytes(at).slice();
      parts.push(piece);
      lengths[at++] = piece.length;
      continue;
    }
    let end = from;
    while (at < count && source.places[at] === end) lengths[at++] = old.lengths[end++] ?? 0;
    parts.push([old.start(from), old.start(end) - old.joint]);
  }
  parts.push(Buffer.from(foot));
  const sizes = { head: Buffer.byteLength(head), joint: jointBytes.length };
  return {
    from: source.file,
    parts,
    written: { bytes: sizeOf(parts), sha256: '', ...sizes, lengths },
  };
}

/** Pieces that are looked through for one that is not the next. */
const NEAR = 64;

/** Pieces that are not found near, from which on all of them are looked up. */
const FEW = 64;

/**
 * Where the pieces of a new file stand in an old one, by their keys; -1 for those that don't, or of which that
 * was not seen: most pieces follow the one before them, and a few that are made again cost less than a table.
 *
 * @param before two words for each piece of the old file
 * @param now two words for each piece of the new one
 */
export function findPieces(before: Uint32Array, now: Uint32Array): Int32Array {
  const places = new Int32Array(now.length / 2).fill(-1);
  const isAt = (place: number, at: number) =>
    before[2 * place] === now[2 * at] && before[2 * place + 1] === now[2 * at + 1];
  let table: Map<number, number> | undefined;
  let [next, missed] = [0, 0];
  const find = (at: number): number => {
    for (let place = next; place < next + NEAR; place++) if (isAt(place, at)) return place;
    if (++missed < FEW) return -1;
    table ??= placesOf(before);
    const place = table.get(numberOf(now, at)) ?? -1;
    return place !== -1 && isAt(place, at) ? place : -1;
  };
  for (let at = 0; at < places.length; at++) {
    const place = isAt(next, at) ? next : find(at);
    if (place === -1) continue;
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

/** Where the pieces of an old file begin; undefined when it is not as it was written. */
function stretchesOf({ file, written: { lengths, head, joint, bytes } }: Source) {
  if (statSync(file, { throwIfNoEntry: false })?.size !== bytes) return undefined;
  const starts = new Float64Array(lengths.length + 1);
  starts[0] = head;
  for (let at = 0; at < lengths.length; at++) {
    starts[at + 1] = (starts[at] ?? 0) + (lengths[at] ?? 0) + joint;
  }
  return { lengths, joint, start: (at: number) => starts[at] ?? 0 };
}
