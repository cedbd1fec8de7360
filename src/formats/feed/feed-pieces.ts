import type { Pieces } from '../files/site-file.ts';
import type { FeedDocument } from './feed.ts';

/** The articles of a document as entries, newest first, between what stands around them. */
export function feedPieces(
  { numbers, entries }: FeedDocument,
  format: 'atom' | 'json',
  around: Pick<Pieces, 'head' | 'joint' | 'foot'>,
): Pieces {
  const last = numbers.length - 1;
  return {
    ...around,
    count: numbers.length,
    bytes: (at) => entries[format].bytes(numbers[last - at] ?? 0),
  };
}
