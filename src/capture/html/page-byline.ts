import { countWords, oneLine } from '../words.ts';
import type { Page } from './parse-page.ts';

const NAMED =
  '[rel~="author"], [itemprop~="author"], [class*="byline" i], [class*="author-name" i], [class*="article-author" i], [class~="author" i], [class*="article__author" i]';
const ELSEWHERE =
  'aside, footer, nav, [class*="related" i], [class*="comment" i], [class*="sidebar" i]';

/** Who wrote it, in the words of the page where it prints them, else as its data name the authors. */
export function pageByline(
  page: Page,
  meta: ReadonlyMap<string, string>,
  authors: readonly string[],
): string | undefined {
  for (const element of [...page.querySelectorAll(NAMED)].slice(0, 20)) {
    if (element.closest(ELSEWHERE) !== null) continue;
    const text = oneLine((element.textContent ?? '').slice(0, 300));
    if (isByline(text)) return text;
  }
  const stated = [...authors].filter(isByline);
  if (stated.length > 0) return [...new Set(stated)].join(', ');
  const declared =
    meta.get('author') ??
    meta.get('article:author') ??
    meta.get('parsely-author') ??
    meta.get('dc.creator');
  return declared !== undefined && isByline(declared) ? declared : undefined;
}

function isByline(text: string): boolean {
  const words = countWords(text);
  return (
    words >= 1 &&
    words <= 14 &&
    /\p{L}{2}/u.test(text) &&
    !/https?:|@|\d{4}|\b(?:subscribe|follow|share|posted|admin)\b/i.test(text)
  );
}
