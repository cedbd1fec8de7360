import { isoDay } from '../../model/date/calendar.ts';
import { findDates, type WrittenDate } from '../find-dates.ts';
import type { DateFound, DateSource } from '../reading.ts';
import { countWords, oneLine } from '../words.ts';
import type { LinkedData } from './json-ld.ts';
import { inOwnZone } from './own-zone.ts';
import type { Page } from './parse-page.ts';

const META =
  'article:published_time og:published_time og:article:published_time article.published datepublished date_published pubdate publishdate publish-date publish_date publication_date publication-date originalpublicationdate parsely-pub-date sailthru.date cxenseparse:recs:publishtime dc.date.issued dcterms.issued dc.date.created dcterms.created citation_publication_date citation_date article:published article_date_original shareaholic:article_published_time bt:pubdate ptime pdate article:post_date displaydate vr:published_time'.split(
    ' ',
  );

/** Names that some sites give to the day of publication and others to that of their last change. */
const LOOSE_META = 'dc.date dcterms.date dc:date date dat created'.split(' ');

/** Elements whose dates are of other stories, of comments or of today. */
const ELSEWHERE =
  'aside, footer, nav, [class*="related" i], [class*="comment" i], [id*="comment" i], [class*="sidebar" i], [class*="recommend" i], [class*="popular" i], [class*="teaser" i], [class*="promo" i], [class*="latest" i], [class*="widget" i]';
const UPDATED = /updat|modif|обновл|aktualis/i;

/** What page dates are read with. */
interface Around {
  readonly linked: LinkedData;
  readonly meta: ReadonlyMap<string, string>;
  readonly url: string | undefined;
  readonly language: string | undefined;
  /** What the page's scripts call its day of publication. */
  readonly scripted: readonly string[];
}

/** Every date of publication that a page states, surest place first. */
export function pageDates(page: Page, around: Around): DateFound[] {
  const american = isAmerican(around);
  const dates: DateFound[] = [];
  const add = (source: DateSource, words: string | null | undefined) => {
    const found = words ? dateIn(words, american) : undefined;
    if (found) dates.push({ ...found, source });
  };
  add('json-ld', around.linked.published);
  for (const name of META) add('meta', around.meta.get(name));
  for (const element of page.querySelectorAll(
    '[itemprop~="datePublished"], [property~="datePublished"]',
  )) {
    add(
      'itemprop',
      element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent,
    );
  }
  const times = timesOf(page);
  const addTime = (time: Element) => add('time', time.getAttribute('datetime') || time.textContent);
  for (const { element } of times.filter(({ rank }) => rank < UPDATED_RANK)) addTime(element);
  const inAddress = dateInAddress(around.url);
  if (inAddress) dates.push(inAddress);
  for (const name of LOOSE_META) add('meta', around.meta.get(name));
  for (const { element } of times.filter(({ rank }) => rank >= UPDATED_RANK)) addTime(element);
  for (const words of dateWords(page)) add('text', words);
  for (const words of around.scripted) add('meta', words);
  return inOwnZone(dates.filter(({ date }) => !NEVER.has(date)));
}

/** What programs write who have no date. */
const NEVER = new Set(['1970-01-01', '1969-12-31', '1900-01-01', '2000-01-01']);

/** From this rank on a time is that of a change, or stands anywhere. */
const UPDATED_RANK = 3;

/** Elements that state a time, those of the article first. */
function timesOf(page: Page): { element: Element; rank: number }[] {
  const times = [...page.querySelectorAll('time')].filter(
    (time) => time.closest(ELSEWHERE) === null,
  );
  const rank = (time: Element) =>
    (time.hasAttribute('pubdate') || /publish|posted|entry-date|created/i.test(time.className)
      ? 0
      : 2) +
    (UPDATED.test(`${time.className} ${time.parentElement?.className}`) ? 3 : 0) +
    (time.closest('article, main, header') ? 0 : 1);
  return times
    .map((element, at) => ({ element, at, rank: rank(element) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .slice(0, 10);
}

/** Short texts that are named as dates, and those near the headline. */
function dateWords(page: Page): string[] {
  const named = [
    ...page.querySelectorAll(
      '[class*="date" i], [class*="time" i], [class*="publish" i], [class*="posted" i], [id*="date" i], [class*="byline" i], [class*="meta" i], [class*="dateline" i], [class*="timestamp" i]',
    ),
  ].filter((element) => !UPDATED.test(element.className) && element.closest(ELSEWHERE) === null);
  const heading = page.querySelector('h1') ?? page.querySelector('h2');
  const near: Element[] = [];
  for (
    let at: Element | null | undefined = heading, up = 0;
    at && up < 3;
    at = at.parentElement, up++
  ) {
    let next = at.nextElementSibling;
    for (let step = 0; next && step < 6; step++, next = next.nextElementSibling) near.push(next);
    if (at.previousElementSibling) near.push(at.previousElementSibling);
  }
  const words = (elements: readonly Element[]) =>
    elements
      .map((element) => oneLine((element.textContent ?? '').slice(0, 400)))
      .filter((text) => text !== '' && countWords(text) <= 30);
  const opening = near.flatMap((element) =>
    [...element.querySelectorAll('p, span, div')].slice(0, 12),
  );
  return [...words(named.slice(0, 60)), ...words(near), ...words(opening)].slice(0, 120);
}

function dateIn(words: string, american: boolean): Omit<DateFound, 'source'> | undefined {
  const seconds = /^\d{10}(?:\d{3})?$/.exec(words.trim())?.[0];
  if (seconds !== undefined) {
    const date = new Date(Number(seconds.slice(0, 10)) * 1000).toISOString().slice(0, 16);
    return { date: date.slice(0, 10), stamp: date, words };
  }
  const compact = /^((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T?\d{4,6})?$/.exec(words.trim());
  const spelled = compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : words.slice(0, 400);
  const [found] = findDates(spelled).filter(({ date }) => /^\d/.test(date));
  if (found === undefined) return undefined;
  const day = found.ambiguous && american ? swapped(found) : found.date;
  return {
    date: day,
    stamp: found.stamp.replace(found.date, day),
    words: oneLine(words).slice(0, 80),
  };
}

function swapped({ date }: WrittenDate): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return isoDay(year, day, month);
}

/** Where 3/5/2019 is the fifth of March. */
function isAmerican({ language, url }: Around): boolean {
  if (/^en-(?!US)/i.test(language ?? '') || (language !== undefined && !/^en/i.test(language)))
    return false;
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname : '';
  return (
    !/\.(?:uk|au|in|ie|nz|za|eu|[a-df-tv-z][a-z])$/.test(host) || /\.(?:us|tv|co|io|me)$/.test(host)
  );
}

function dateInAddress(url: string | undefined): DateFound | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const path = new URL(url).pathname;
  const match =
    /[/_-]((?:19|20)\d\d)[/_.-]?([01]\d)[/_.-]?([0-3]\d)(?!\d)/.exec(path) ??
    /\/((?:19|20)\d\d)\/([01]?\d)\/([0-3]?\d)(?:\/|$)/.exec(path);
  if (match === null) return undefined;
  const [found] = findDates(`${match[1]}-${match[2]}-${match[3]}`);
  return (
    found && {
      date: found.date,
      stamp: found.date,
      source: 'address',
      words: match[0].replace(/^[/_-]|\/$/g, ''),
    }
  );
}
