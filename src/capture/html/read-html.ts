import type { Reading } from '../reading.ts';
import { datelineOf } from '../text/around.ts';
import { htmlBlocks } from './blocks.ts';
import { Body } from './body.ts';
import { readLinkedData } from './json-ld.ts';
import { readMarks, undoWayback } from './marks.ts';
import { readMeta, statedAddress, statedLanguage, titleSuffix } from './metadata.ts';
import { pageByline } from './page-byline.ts';
import { pageDates } from './page-dates.ts';
import { pageTitle } from './page-title.ts';
import { parsePage } from './parse-page.ts';
import { scriptedDates } from './scripted-dates.ts';
import { byDefuddle, byReadability, type Extract, prune } from './two-readers.ts';

/** What is known of a page from outside. */
export interface HtmlContext {
  readonly credits: readonly string[];
  readonly url?: string;
}

/**
 * Reads a saved page. Two libraries say what the article is, each on a tree of its own; the words are
 * taken from the page itself. A passage that only one of them keeps stays, with a doubt.
 *
 * @throws CaptureRefused for markup that is too long or too deep
 */
export function readHtml(markup: string, context: HtmlContext): Reading {
  const marks = readMarks(markup);
  const page = parsePage(markup);
  if (marks.isWayback) undoWayback(page);
  const meta = readMeta(page);
  const linked = readLinkedData(page);
  const base = context.url ?? marks.url;
  const url = base ?? statedAddress(page, meta, undefined) ?? webAddress(linked.url);
  const language = statedLanguage(page, meta) ?? linked.language;
  const title = pageTitle(page, meta, linked.headline);
  const dates = pageDates(page, { linked, meta, url, language, scripted: scriptedDates(markup) });
  const byline = pageByline(page, meta, linked.authors);
  const publishers = [
    linked.publisher,
    meta.get('og:site_name'),
    meta.get('application-name'),
    titleSuffix(page),
  ];
  const blocks = page.body ? htmlBlocks(page.body) : [];
  const doubts: string[] = [];
  prune(page);
  // Defuddle works on a copy that it makes itself, Readability takes the tree apart: it comes last.
  const second = attempt(() => byDefuddle(page), doubts);
  const extracts = [attempt(() => byReadability(page), doubts), second];
  const body = new Body(blocks, extracts, { title, credits: context.credits });
  const passages = body.passages;
  const first = passages.find(({ kind }) => kind === 'paragraph')?.text ?? '';
  const dateline = datelineOf(first);
  const image = meta.get('og:image') ?? linked.image;
  return {
    ...(title !== undefined && { title }),
    passages,
    removed: body.removed,
    doubts: [...doubts, ...body.doubts],
    dates,
    ...(byline !== undefined && { byline }),
    ...(dateline !== undefined && { dateline }),
    ...(language !== undefined && { language }),
    ...(url !== undefined && { url }),
    publishers: publishers.filter((name) => name !== undefined),
    ...(image !== undefined && { image }),
    ...(marks.capturedAt !== undefined && { capturedAt: marks.capturedAt }),
    ...(marks.tool !== undefined && { tool: marks.tool }),
  };
}

function attempt(read: () => Extract, doubts: string[]): Extract {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw error;
    doubts.push('One of the two readers of pages failed on this one; look at the text closely.');
    return { text: '' };
  }
}

function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:/i.test(text) && URL.canParse(text) ? text : undefined;
}
