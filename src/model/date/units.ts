import { boundsOfPoint, dayOf } from './bounds.ts';
import { nextDay, twoDigits } from './calendar.ts';
import type { EdtfDate } from './edtf.ts';
import { hasDay, hasMonth, knownPoints } from './edtf.ts';

/** The timeline pages that an article with a date is filed on. */
export interface DateUnits {
  /** 'YYYY', in order, never empty. */
  readonly years: string[];
  /** 'YYYY-MM', in order, empty where the date is vaguer than that or spans too much. */
  readonly months: string[];
  /** 'YYYY-MM-DD', in order, empty likewise. */
  readonly days: string[];
}

/** One article must not fill the timeline: beyond these it is filed on coarser pages alone. */
const MOST_YEARS = 100;
const MOST_MONTHS = 12;
const MOST_DAYS = 31;

/**
 * Where on the timeline a date is filed.
 *
 * - An end that is open or unknown counts for nothing: `2019-03-05/..` is filed as 2019-03-05.
 * - Years: every year from the earliest to the latest day, at most 100, counted from the earliest.
 * - Months: every month likewise, if each known end names a month or a season, and if they are at most 12.
 * - Days: every day likewise, if each known end names a day, and if they are at most 31.
 * - The marks `?`, `~` and `%` change nothing: `2019-03-05~` is filed on that day.
 */
export function unitsOf(date: EdtfDate): DateUnits {
  const day = date.kind === 'point' ? dayOf(date.point) : undefined;
  if (day !== undefined)
    return { years: [day.slice(0, 4)], months: [day.slice(0, 7)], days: [day] };
  const points = knownPoints(date);
  const ends = points.map(boundsOfPoint);
  const earliest = ends[0]?.earliest ?? '';
  const latest = ends.at(-1)?.latest ?? '';

  return {
    years: steps(earliest.slice(0, 4), latest.slice(0, 4), nextYear, MOST_YEARS).slice(
      0,
      MOST_YEARS,
    ),
    months: points.every(hasMonth)
      ? allOrNone(
          steps(earliest.slice(0, 7), latest.slice(0, 7), nextMonth, MOST_MONTHS),
          MOST_MONTHS,
        )
      : [],
    days: points.every(hasDay)
      ? allOrNone(steps(earliest, latest, nextDay, MOST_DAYS), MOST_DAYS)
      : [],
  };
}

/** From the first to the last, both included; stops one beyond `most`, which is enough to see that there are more. */
function steps(
  first: string,
  last: string,
  next: (unit: string) => string,
  most: number,
): string[] {
  const units = [first];
  for (let unit = first; unit < last && units.length <= most; ) {
    unit = next(unit);
    units.push(unit);
  }
  return units;
}

function allOrNone(units: string[], most: number): string[] {
  return units.length > most ? [] : units;
}

function nextYear(year: string): string {
  return String(Number(year) + 1).padStart(4, '0');
}

function nextMonth(unit: string): string {
  const month = Number(unit.slice(5));
  return month === 12
    ? `${nextYear(unit.slice(0, 4))}-01`
    : `${unit.slice(0, 4)}-${twoDigits(month + 1)}`;
}
