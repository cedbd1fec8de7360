import type { Article } from './articles.ts';

/** Characters of an opening, more or less: whole paragraphs are taken. */
const ENOUGH = 700;

/** The first paragraphs of an article, whole and word for word, for a page that leads to it. */
export function openingOf({ body }: Pick<Article, 'body'>): string[] {
  const opening: string[] = [];
  let length = 0;
  for (const { kind, text } of body.blocks) {
    if (length >= ENOUGH) break;
    if (kind !== 'text') continue;
    opening.push(text);
    length += text.length;
  }
  return opening;
}
