import type { ExportedArticle } from './holdings.ts';

/** The text of an article as it may leave the archive. */
export interface PublishedBody {
  readonly html: string;
  /** Its passages as plain text, one below the other. */
  readonly text: string;
  /** Whether it is the beginning alone. */
  readonly isExcerpt: boolean;
}

/**
 * The one door through which an article's text reaches feeds and data files. The record holds no
 * more of a text than its access lets out; what it must not hold at all is stopped here once more.
 *
 * @returns undefined where `access` lets none of the text out
 */
export function publishedBody({
  data,
  entry,
}: Pick<ExportedArticle, 'data' | 'entry'>): PublishedBody | undefined {
  const isExcerpt = data.access === 'excerpt';
  if (data.access !== 'full' && !isExcerpt) return undefined;
  const { body } = entry;
  return { html: body.html, text: body.blocks.map(({ text }) => text).join('\n\n'), isExcerpt };
}
