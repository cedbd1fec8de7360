import type { ExportedArticle } from './holdings.ts';

/** The text of an article as it may leave the archive. */
export interface PublishedBody {
  readonly html: string;
  /** Its passages as plain text, one below the other. */
  readonly text: string;
}

/**
 * The one door through which an article's text reaches feeds and data files.
 *
 * @returns undefined where `access` does not let the whole text out
 */
export function publishedBody({
  data,
  body,
}: Pick<ExportedArticle, 'data' | 'body'>): PublishedBody | undefined {
  if (data.access !== 'full') return undefined;
  return { html: body.html, text: body.blocks.map(({ text }) => text).join('\n\n') };
}
