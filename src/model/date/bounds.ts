import { daysInMonth, isoDay } from './calendar.ts';
import type { EdtfDate, EdtfPoint, IntervalEnd } from './edtf.ts';
import { isKnown, isSeason } from './edtf.ts';

/** The first and the last day that a date can mean, both included, as 'YYYY-MM-DD'. */
export interface Bounds {
  readonly earliest: string;
  readonly latest: string;
}

const BEGINNING = '0000-01-01';
const END = '9999-12-31';

/**
 * The days between which a date lies.
 *
 * An open or unknown start reaches back to 0000-01-01, an open or unknown end on to 9999-12-31. The marks
 * `?`, `~` and `%` do not widen anything: how far "about" reaches is nobody's to say (ISO 8601-2 does not).
 */
export function bounds(date: EdtfDate): Bounds {
  if (date.kind === 'point') return boundsOfPoint(date.point);
  return intervalBounds(date.start, date.end);
}

/** As {@link bounds}, for the two ends of an interval. */
export function intervalBounds(start: IntervalEnd, end: IntervalEnd): Bounds {
  return {
    earliest: isKnown(start) ? boundsOfPoint(start).earliest : BEGINNING,
    latest: isKnown(end) ? boundsOfPoint(end).latest : END,
  };
}

/**
 * As {@link bounds}, for one point. Seasons are those of the northern hemisphere in whole months: spring is
 * March to May, summer June to August, autumn September to November, and winter begins in December of the
 * year it is written with and ends with February of the next. ISO 8601-2 (4.8) leaves the months open.
 */
export function boundsOfPoint(point: EdtfPoint): Bounds {
  const only = dayOf(point);
  if (only !== undefined) return { earliest: only, latest: only };
  const firstYear = Number(point.year.replaceAll('X', '0'));
  const lastYear = Number(point.year.replaceAll('X', '9'));
  const { month, day } = point;
  if (month === undefined || month === 'XX') return months(firstYear, 1, lastYear, 12);
  if (isSeason(month)) return seasonBounds(firstYear, Number(month) - 21);
  if (day === undefined || day === 'XX')
    return months(firstYear, Number(month), lastYear, Number(month));
  const first = isoDay(firstYear, Number(month), Number(day));
  return { earliest: first, latest: first };
}

/** The day that a point names, where it names one and leaves no digit open. */
export function dayOf({ year, month, day }: EdtfPoint): string | undefined {
  if (day === undefined || day === 'XX' || month === 'XX' || year.endsWith('X')) return undefined;
  return `${year}-${month}-${day}`;
}

/** Whether two stretches of days have at least one day in common; what a range search asks. */
export function touches(a: Bounds, b: Bounds): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

function months(year: number, month: number, lastYear: number, lastMonth: number): Bounds {
  return {
    earliest: isoDay(year, month, 1),
    latest: isoDay(lastYear, lastMonth, daysInMonth(lastYear, lastMonth)),
  };
}

/** @param season 0 for spring to 3 for winter */
function seasonBounds(year: number, season: number): Bounds {
  const first = 3 + season * 3;
  if (first < 12) return months(year, first, year, first + 2);
  return year === 9999 ? { earliest: '9999-12-01', latest: END } : months(year, 12, year + 1, 2);
}
