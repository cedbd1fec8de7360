import type { ArticleData } from './schema/article.ts';

/** What of a capture may leave the archive. */
export type PublishedCapture =
  | { readonly kind: 'whole'; readonly file: string; readonly sha256: string }
  | {
      readonly kind: 'redacted';
      readonly file: string;
      readonly sha256: string;
      /** What was taken out, a line a place. */
      readonly removed: readonly string[];
    }
  | {
      readonly kind: 'hash';
      /** Whether the text is withheld as well, or the capture alone because of what else it holds. */
      readonly why: 'access' | 'private';
    };

/** Of a capture that nobody has looked into. */
export const UNSEEN: PublishedCapture = { kind: 'hash', why: 'private' };

/**
 * What of an article's capture is published: by its access, by what the keeper decided for it, and
 * where nothing was decided by what it holds.
 *
 * @param isPrivate whether a file of the content folder holds something private
 */
export function publishedCapture(
  { access, capture }: Pick<ArticleData, 'access' | 'capture'>,
  isPrivate: (file: string) => boolean,
): PublishedCapture {
  if (access !== 'full') return { kind: 'hash', why: 'access' };
  const { file, sha256, publish, redacted } = capture;
  if (publish === 'whole') return { kind: 'whole', file, sha256 };
  if (publish === 'redacted') {
    // A copy that is not clean is no better than what it was made from.
    return redacted === undefined || isPrivate(redacted.file)
      ? UNSEEN
      : { kind: 'redacted', ...redacted };
  }
  if (publish === 'hash' || isPrivate(file)) return UNSEEN;
  return { kind: 'whole', file, sha256 };
}
