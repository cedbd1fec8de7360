import { findDates } from '../find-dates.ts';
import { elementsOf, type Page } from './parse-page.ts';

/** What the tool that saved a page wrote into it. */
export interface Marks {
  readonly url?: string;
  readonly capturedAt?: string;
  readonly tool?: string;
  readonly isWayback: boolean;
}

const WAYBACK =
  /(?:https?:)?(?:\/\/web\.archive\.org)?\/web\/(\d{4,14})(?:[a-z]{2}_)?\/((?:https?:)?\/\/?[^\s"'<>]+)/i;

/** Reads the comments of SingleFile, of browsers and of the Wayback Machine. */
export function readMarks(markup: string): Marks {
  const head = markup.slice(0, 20_000);
  const ends = `${head}\n${markup.slice(-20_000)}`;
  return singleFile(head) ?? wayback(ends, markup) ?? savedFrom(head) ?? { isWayback: false };
}

/** `<!-- Page saved with SingleFile url: … saved date: … -->` */
function singleFile(head: string): Marks | undefined {
  const [, comment] = /<!--\s*Page saved with SingleFile([\s\S]{0,3000}?)-->/i.exec(head) ?? [];
  if (comment === undefined) return undefined;
  const url = /^\s*url:\s*(\S+)/im.exec(comment)?.[1];
  const saved = /^\s*saved date:\s*(.+)$/im.exec(comment)?.[1];
  const capturedAt = saved === undefined ? undefined : momentOf(saved);
  return {
    isWayback: false,
    tool: 'SingleFile',
    ...(isWeb(url) && { url }),
    ...(capturedAt !== undefined && { capturedAt }),
  };
}

/** `<!-- saved from url=(0023)https://example.org/ -->`, as browsers write it. */
function savedFrom(head: string): Marks | undefined {
  const url = /<!--\s*saved from url=\(\d+\)(\S+?)\s*-->/i.exec(head)?.[1];
  return isWeb(url) ? { isWayback: false, url } : undefined;
}

/** `FILE ARCHIVED ON 03:04:05 Mar 05, 2019 AND RETRIEVED FROM THE INTERNET ARCHIVE`, and its rewritten links. */
function wayback(ends: string, markup: string): Marks | undefined {
  const archived = /FILE ARCHIVED ON\s+(\d\d:\d\d:\d\d)\s+(\w{3} \d{1,2}, \d{4})/i.exec(ends);
  const inserted =
    /<!--\s*BEGIN WAYBACK TOOLBAR INSERT|__wm\.(?:wombat|init|bt)|\/_static\/js\/(?:wombat|bundle-playback)/i.test(
      markup.slice(0, 200_000),
    );
  if (archived === null && !inserted) return undefined;
  const named = /__wm\.wombat\(\s*["']([^"']+)["']\s*,\s*["'](\d{14})["']/.exec(
    markup.slice(0, 200_000),
  );
  const canonical =
    /<link[^>]{1,2000}rel=["']?canonical["']?[^>]{0,2000}href=["']([^"']{1,4000})["']/i.exec(
      markup,
    )?.[1];
  const [, stamp, original] = WAYBACK.exec(canonical ?? '') ?? [];
  const url = named?.[1] ?? original;
  const day = archived === null ? undefined : findDates(archived[2] ?? '')[0]?.date;
  const digits = named?.[2] ?? stamp;
  const capturedAt =
    day !== undefined
      ? `${day}T${archived?.[1]}Z`
      : digits?.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z');
  return {
    isWayback: true,
    tool: 'Wayback Machine',
    ...(isWeb(url) && { url }),
    ...(capturedAt !== undefined && { capturedAt }),
  };
}

/** Gives the links of a Wayback copy back the addresses that the page had, and takes its toolbar out. */
export function undoWayback(page: Page): void {
  for (const id of ['wm-ipp-base', 'wm-ipp', 'wm-ipp-print', 'donato'])
    page.getElementById(id)?.remove();
  const everywhere = new RegExp(WAYBACK.source, 'gi');
  for (const element of elementsOf(page)) {
    for (const { name, value } of [...element.attributes]) {
      if (!value.includes('/web/')) continue;
      const undone = value.replace(everywhere, '$2');
      if (undone !== value) element.setAttribute(name, undone);
    }
    if (element.localName === 'script' && element.getAttribute('type') === 'application/ld+json') {
      const text = element.textContent ?? '';
      element.textContent = text.replace(
        /https?:\\?\/\\?\/web\.archive\.org\\?\/web\\?\/\d{4,14}(?:[a-z]{2}_)?\\?\/(?=https?:)/gi,
        '',
      );
    }
  }
}

function isWeb(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url);
}

/** "Tue Mar 05 2019 10:00:00 GMT+0100 (…)" as an ISO moment. */
function momentOf(words: string): string | undefined {
  const time = Date.parse(words.replace(/\s*\([^)]*\)\s*$/, ''));
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/\.000Z$/, 'Z');
}
