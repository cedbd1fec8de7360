import { createHash } from 'node:crypto';
import type { StoredArticle } from '../../model/search/files/head.ts';

/** Bytes of text in one file of articles, before packing. */
const TEXTS = 3_500;

/** A file of articles as results show them. */
export interface TextFile {
  /** Number of its first article. */
  readonly first: number;
  /** Digest of what stands in it. */
  readonly key: string;
  readonly json: () => string;
}

/**
 * Lays articles out in files of about one size.
 *
 * @param sizes code units of the passages of each article
 * @param digests of the passages of each article
 */
export function textFiles(
  articles: readonly StoredArticle[],
  sizes: readonly number[],
  digests: readonly string[],
): TextFile[] {
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
    const stored = articles.slice(first, firsts[at + 1]);
    const key = createHash('sha256');
    for (const [row, article] of stored.entries()) {
      // The passages are left out: their digest stands for them.
      const { text: _, ...shown } = Object.getOwnPropertyDescriptors(article);
      key.update(JSON.stringify(Object.entries(shown).map(([name, { value }]) => [name, value])));
      key.update(`\n${digests[first + row]}\n`);
    }
    return { first, key: key.digest('hex'), json: () => JSON.stringify(stored) };
  });
}
