import { plainLine } from '../compile/escape-markdown.ts';
import { charsetOf, declaredInPage, decode } from './decode.ts';
import { furnitureReason } from './furniture.ts';
import { htmlBlocks } from './html/blocks.ts';
import { readMarks, undoWayback } from './html/marks.ts';
import { readMeta } from './html/metadata.ts';
import { type Page, parsePage } from './html/parse-page.ts';
import { openCapture } from './open-capture.ts';
import { describeBlock } from './text/blocks.ts';

/** A part of a capture as a page shows it. */
export interface CapturePart {
  /** Offset in the text at which it ends. */
  readonly end: number;
  /** Why it is furniture, if it is none of the article. */
  readonly reason: string;
}

/** A capture of any kind as the text that a person would read in it. */
export interface ReadableCapture {
  readonly isPage: boolean;
  /** What it came in, where that is more than the text or the page. */
  readonly container?: 'web archive';
  readonly text: string;
  /** Its parts in order, to the end of the text. */
  readonly parts: readonly CapturePart[];
  /** What the page says of its headline where readers don't see it. */
  readonly titles: readonly string[];
  /** What else it says to programs: descriptions, addresses, dates, linked data. */
  readonly hidden: string;
}

/** The reason where the words give none. */
export const OUTSIDE = 'outside the article';

/**
 * Reads a capture as text, without asking which of it is the article: nothing of it runs, nothing is
 * loaded. Hidden elements are left out, as they are for readers.
 *
 * @param name its file, for its ending
 * @throws CaptureRefused when it is damaged, too large or of no known kind
 */
export async function readableCapture(bytes: Uint8Array, name: string): Promise<ReadableCapture> {
  const opened = await openCapture(bytes, name);
  const isPage =
    opened.kind === 'html' || /^(?:text\/html|application\/xhtml)/i.test(opened.contentType ?? '');
  const { text } = decode(opened.bytes, [
    charsetOf(opened.contentType),
    isPage ? declaredInPage(opened.bytes) : undefined,
  ]);
  const container = /\.(?:warc|wacz|mhtml)/.test(opened.extension) && {
    container: 'web archive' as const,
  };
  return { ...(isPage ? readPage(text) : readLines(text)), ...container };
}

function readPage(markup: string): ReadableCapture {
  const page = parsePage(markup);
  if (readMarks(markup).isWayback) undoWayback(page);
  const meta = readMeta(page);
  const blocks = page.body ? htmlBlocks(page.body) : [];
  const parts: CapturePart[] = [];
  let text = '';
  for (const { text: words, credit, aside } of blocks) {
    text += `${plainLine(words)}${credit === undefined ? '' : ` ${plainLine(credit)}`}\n\n`;
    const reason = reasonOf(words) ?? (aside ? 'menu, form or margin of the page' : OUTSIDE);
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

/** Parts of a text are its lines: that is how pages are copied. */
function readLines(text: string): ReadableCapture {
  const parts: CapturePart[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n]*(?:\n\s*|$)/g)) {
    if (line !== '')
      parts.push({ end: index + line.length, reason: reasonOf(line.trim()) ?? OUTSIDE });
  }
  return { isPage: false, text, parts, titles: [], hidden: '' };
}

function reasonOf(text: string): string | undefined {
  const { isDate } = describeBlock({ text, blankBefore: true, blankAfter: true });
  return isDate ? 'date line' : furnitureReason(text);
}
