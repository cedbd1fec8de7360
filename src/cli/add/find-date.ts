import { findDates } from '../../capture/find-dates.ts';
import type { DateFound, Reading } from '../../capture/reading.ts';
import { CaptureRefused } from '../../capture/refused.ts';
import { nextDay } from '../../model/date/calendar.ts';
import type { Proposal } from './proposal.ts';

type Dated = Pick<Proposal, 'date' | 'dateSource' | 'dateWords'> & {
  readonly evidence?: string;
  readonly review: readonly string[];
};

/**
 * The day of publication: what the page states, surest place first; else the stretch of years in
 * which it must lie, supplied with its reason.
 *
 * @param today day on which the capture is added, for captures that do not say when they were made
 * @throws CaptureRefused when the page was published later than it was captured
 */
export function findDate(reading: Reading, today: string): Dated {
  const captured = reading.capturedAt?.slice(0, 10) ?? today;
  // A day more, because the page may tell the time of a zone where tomorrow has begun.
  const isLater = ({ date }: DateFound) => date > nextDay(captured);
  // A day to come may be announced in words beside the day of publication.
  const past = reading.dates.filter((date) => date.source !== 'text' || !isLater(date));
  const [best, ...others] = past.length > 0 ? past : reading.dates;
  if (best === undefined) return inferred(reading, captured);
  if (isLater(best)) {
    throw new CaptureRefused(
      `Its date, ${best.date} (${best.source}: “${best.words}”), is later than its capture, ${captured}.`,
      'Check the page and the clock of the machine that saved it; write the entry by hand if the page is wrong.',
    );
  }
  return {
    date: best.date,
    dateSource: best.source,
    dateWords: best.words,
    review: [...disagreement(best, others), ...weakness(best), ...atOdds(best, reading)],
  };
}

function disagreement(best: DateFound, others: readonly DateFound[]): string[] {
  const other = others.find(({ date, source }) => date !== best.date && source !== 'text');
  if (other === undefined) return [];
  return [
    `The page gives two dates: ${best.date} (${best.source}) and ${other.date} (${other.source}). The first was taken.`,
  ];
}

function weakness({ source, date, words }: DateFound): string[] {
  return source === 'text' || source === 'address'
    ? [
        `The date ${date} was read from the ${source === 'text' ? 'words' : 'address'} of the page: “${words}”.`,
      ]
    : [];
}

/** News is of the days before it: a day named without its year lies near the date, or one of them is wrong. */
function atOdds(best: DateFound, { passages }: Reading): string[] {
  const opening = passages
    .slice(0, 3)
    .map(({ text }) => text)
    .join(' ');
  const [named] = findDates(opening).filter(({ date }) => date.startsWith('--'));
  if (named === undefined || best.date.length < 10) return [];
  const [month = 0, day = 0] = named.date.slice(2).split('-').map(Number);
  const [, bestMonth = 0, bestDay = 0] = best.date.split('-').map(Number);
  const apart = Math.abs((bestMonth - month) * 30.4 + bestDay - day);
  if (Math.min(apart, 365 - apart) <= 45) return [];
  return [
    `The text begins with events of ${named.words}, far from the date found, ${best.date}: one of the two may be the page’s and not the article’s.`,
  ];
}

function inferred({ passages }: Reading, captured: string): Dated {
  const years = passages
    .flatMap(({ text }) => [
      ...text.matchAll(/(?<![\p{L}\p{N}$€£.,-])(?:19[5-9]\d|20\d\d)(?![\p{L}\p{N}%]|[.,]\d)/gu),
    ])
    .map(([year]) => year)
    .filter((year) => year <= captured.slice(0, 4));
  const latest = years.sort().at(-1);
  const review = ['The capture states no date of publication. Narrow it down if you can.'];
  if (latest === undefined) {
    return {
      date: `../${captured}`,
      dateSource: 'inferred',
      evidence: `The capture carries no date, and its text names no year; it had appeared when it was captured or added, on ${captured}.`,
      review,
    };
  }
  return {
    date: `${latest}?/${captured}`,
    dateSource: 'inferred',
    evidence: `The capture carries no date. ${latest} is the latest year that its text names, so that it is probably not older, and it had appeared when it was captured or added, on ${captured}.`,
    review,
  };
}
