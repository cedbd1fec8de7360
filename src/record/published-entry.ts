import { writeBody } from '../compile/write-body.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { ArticleEntry } from './types.ts';

/**
 * An entry with its front matter as it stands and, in the place of its text, what is published of it.
 * Read again, it is published as the entry itself is.
 *
 * @param text the entry
 * @param article as it is read for publishing, with the published part of the body alone
 */
export function publishedEntry(text: string, { file, body }: ArticleEntry): string {
  const parts = splitFrontMatter(text);
  if (parts === undefined) throw new Error(`${file} has no front matter.`);
  const front = text.slice(0, text.length - parts.body.length);
  const written = writeBody(
    body.blocks.map((block) => ({ kind: 'paragraph', text: block.text })),
    file,
  );
  if (!written.ok) throw new Error(`${file}: its excerpt cannot be written as an entry.`);
  return written.source === '' ? front : `${front}\n${written.source}`;
}
