import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { parseHTML } from 'linkedom';
import type { Page } from './parse-page.ts';

/** Elements without words of the article; fewer elements make both readers faster. */
const WORDLESS =
  'script, style, svg, noscript, iframe, template, link, img, picture, video, audio, object, embed, input, select';

/** Takes out what no reader needs. */
export function prune(page: Page): void {
  for (const element of [...page.querySelectorAll(WORDLESS)]) element.remove();
}

/** What one reader took for the article. */
export interface Extract {
  readonly text: string;
  readonly byline?: string;
}

/** Mozilla's Readability. It takes the page apart: the tree is not to be used afterwards. */
export function byReadability(page: Page): Extract {
  const article = new Readability(page, { charThreshold: 200, maxElemsToParse: 0 }).parse();
  if (article === null) return { text: '' };
  const byline = article.byline ?? undefined;
  return { text: article.textContent ?? '', ...(byline !== undefined && { byline }) };
}

/** Without an address Defuddle prints errors; with that of a known site it reads only what it knows of it. */
const NOWHERE = 'https://page.invalid/';

/** Defuddle, as it reads a page of no site in particular. */
export function byDefuddle(page: Page): Extract {
  const found = new Defuddle(page, {
    url: NOWHERE,
    useAsync: false,
    // Its work on markup that the words do not need; it is most of its time.
    standardize: false,
    removeSmallImages: false,
    removeHiddenElements: false,
  }).parse();
  const { document } = parseHTML(`<html><body>${found.content}</body></html>`);
  const byline = found.author?.trim();
  return { text: document.body.textContent ?? '', ...(byline && { byline }) };
}
