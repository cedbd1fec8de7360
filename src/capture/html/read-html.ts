import type { Reading } from '../reading.ts';
import { datelineOf } from '../text/around.ts';
import { articleOf, type LookedAt } from './article-of.ts';
import { findHidden } from './hidden/find-hidden.ts';
import { type LinkedSheets, sheetsOfPage } from './hidden/style-texts.ts';
import { readLinkedData } from './json-ld.ts';
import { readMarks, undoWayback } from './marks.ts';
import { readMeta, statedAddress, statedLanguage, titleSuffix } from './metadata.ts';
import { pageByline } from './page-byline.ts';
import { pageDates } from './page-dates.ts';
import { pageTitle } from './page-title.ts';
import { parsePage } from './parse-page.ts';
import { scriptedDates } from './scripted-dates.ts';

/** What is known of a page from outside. */
export interface HtmlContext {
  readonly credits: readonly string[];
  readonly url?: string;
  /** Style sheets that came in one file with the page. */
  readonly sheets?: LinkedSheets;
}

/**
 * Reads a saved page. Two libraries say what the article is, each on a tree of its own; the words are
 * taken from the page itself. A passage that only one of them keeps stays, with a doubt. What the page
 * hides from its readers is taken out before both.
 *
 * @throws CaptureRefused for markup that is too long or too deep
 */
export function readHtml(markup: string, context: HtmlContext): Reading {
  const marks = readMarks(markup);
  const parse = () => {
    const parsed = parsePage(markup);
    if (marks.isWayback) undoWayback(parsed);
    return parsed;
  };
  const page = parse();
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
  const sheets = sheetsOfPage(markup, context.sheets ?? new Map(), base);
  const found = findHidden(page, sheets);
  let first: LookedAt | undefined = { page, hidden: found.hidden };
  const look = () => {
    const parsed = first?.page ?? parse();
    const looked = first ?? { page: parsed, hidden: findHidden(parsed, sheets).hidden };
    first = undefined;
    return looked;
  };
  const { passages, removed, doubts } = articleOf(look, { title, credits: context.credits });
  if (sheets.unread || found.unread) doubts.push(UNREAD);
  const opening = passages.find(({ kind }) => kind === 'paragraph')?.text ?? '';
  const dateline = datelineOf(opening);
  const image = meta.get('og:image') ?? linked.image;
  return {
    ...(title !== undefined && { title }),
    passages,
    removed,
    doubts,
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

const UNREAD =
  'The style sheets of the page are too long or too deeply nested to be read to their end: look in a browser whether all of the text can be seen.';

function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:/i.test(text) && URL.canParse(text) ? text : undefined;
}
