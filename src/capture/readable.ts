import { charsetOf, declaredInPage, decode } from './decode.ts';
import { furnitureReason } from './furniture.ts';
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
 * loaded. What readers of the page can't see stands in parts that say so.
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
  if (!isPage) return { ...readLines(text), ...container };
  // What reads pages takes a while to load, and an archive of texts does without.
  const { readPage } = await import('./readable-page.ts');
  return { ...readPage(text, opened.sheets, opened.url), ...container };
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

/** What a line of a capture is by its words, if none of the article. */
export function reasonOf(text: string): string | undefined {
  const { isDate } = describeBlock({ text, blankBefore: true, blankAfter: true });
  return isDate ? 'date line' : furnitureReason(text);
}
