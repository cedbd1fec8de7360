import { plainLine } from '../compile/escape-markdown.ts';
import { htmlBlocks } from './html/blocks.ts';
import { findHidden } from './html/hidden/find-hidden.ts';
import { type LinkedSheets, sheetsOfPage } from './html/hidden/style-texts.ts';
import { hiddenReason } from './html/hidden/take-out.ts';
import { readMarks, undoWayback } from './html/marks.ts';
import { readMeta } from './html/metadata.ts';
import { type Page, parsePage } from './html/parse-page.ts';
import { type CapturePart, OUTSIDE, type ReadableCapture, reasonOf } from './readable.ts';

/**
 * Reads a page as text; its parts are its blocks.
 *
 * @param base address of the page, by which it names the style sheets that came with it
 */
export function readPage(
  markup: string,
  sheets: LinkedSheets = new Map(),
  base?: string,
): ReadableCapture {
  const page = parsePage(markup);
  if (readMarks(markup).isWayback) undoWayback(page);
  const meta = readMeta(page);
  const { hidden } = findHidden(page, sheetsOfPage(markup, sheets, base));
  const blocks = page.body ? htmlBlocks(page.body, hidden) : [];
  const parts: CapturePart[] = [];
  let text = '';
  for (const { text: words, credit, aside, unseen } of blocks) {
    text += `${plainLine(words)}${credit === undefined ? '' : ` ${plainLine(credit)}`}\n\n`;
    const reason =
      unseen?.sure === true
        ? hiddenReason(unseen.reason)
        : (reasonOf(words) ?? (aside ? 'menu, form or margin of the page' : OUTSIDE));
    parts.push({ end: text.length, reason });
  }
  const titles = [page.title, meta.get('og:title'), meta.get('twitter:title')];
  return {
    isPage: true,
    text,
    parts,
    titles: titles.flatMap((title) => (title ? [plainLine(title)] : [])),
    hidden: hiddenWords(page, markup, meta),
  };
}

/** What a page says to programs, and what the program that saved it wrote above it. */
function hiddenWords(page: Page, markup: string, meta: ReadonlyMap<string, string>): string {
  const data = [...page.querySelectorAll('script[type*="ld+json"]')].map((one) => one.textContent);
  const marked = [...page.querySelectorAll('[datetime], [itemprop][content], link[rel=canonical]')];
  const stated = marked.flatMap((element) =>
    ['datetime', 'content', 'href'].map((name) => element.getAttribute(name)),
  );
  const comments = markup.slice(0, 4096).match(/<!--[\s\S]*?-->/g) ?? [];
  return [...meta.values(), ...data, ...stated, ...comments].filter(Boolean).join('\n');
}
