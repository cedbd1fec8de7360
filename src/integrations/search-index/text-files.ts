import { createHash } from 'node:crypto';

/** Bytes of text in one file of articles, before packing. */
const TEXTS = 3_500;

/** A file of articles as results show them. */
export interface TextFile {
  /** Number of its first article, and of the first one after it. */
  readonly first: number;
  readonly end: number;
  /** Digest of what stands in it. */
  readonly key: string;
}

/**
 * Lays articles out in files of about one size.
 *
 * @param sizes code units of the passages of each article
 * @param shown all that is shown of an article, or digests of it
 */
export function textFiles(sizes: Uint32Array, shown: (doc: number) => string): TextFile[] {
  const firsts: number[] = [];
  let room = 0;
  for (const [number, length] of sizes.entries()) {
    const size = length + 300;
    if (firsts.length === 0 || room < size) {
      firsts.push(number);
      room = TEXTS;
    }
    room -= size;
  }
  return firsts.map((first, at) => {
    const end = firsts[at + 1] ?? sizes.length;
    const key = createHash('sha256');
    for (let doc = first; doc < end; doc++) key.update(`${shown(doc)}\n`);
    return { first, end, key: key.digest('hex') };
  });
}
