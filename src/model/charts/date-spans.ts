import type { Bounds } from '../date/bounds.ts';
import { isoDay } from '../date/calendar.ts';

/** Where a date lies on a line of time 1000 units long. */
export interface Span {
  readonly x: number;
  readonly width: number;
}

/** A mark on the line: the beginning of a year, or of a month where the line is short. */
export interface Tick {
  readonly x: number;
  readonly label: string;
}

/** A line of time from the beginning of one year to the end of another. */
export interface TimeLine {
  readonly spans: readonly Span[];
  readonly ticks: readonly Tick[];
  /** First and last year of the line. */
  readonly first: number;
  readonly last: number;
}

/** A day is drawn this wide at least, so that it can be seen. */
const NARROWEST = 4;
/** Labels that fit under the line. */
const MOST_TICKS = 11;

const MONTHS = ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O', 'N', 'D'];

/**
 * Lays dates on a line of time, each from the first to the last day that it allows. Ends that are
 * open reach to the end of the line and do not lengthen it.
 */
export function layDates(dates: readonly Bounds[]): TimeLine {
  const years = dates
    .flatMap(({ earliest, latest }) => [earliest, latest])
    .map((day) => Number(day.slice(0, 4)))
    .filter((year) => year > 0 && year < 9999);
  const first = Math.min(...years);
  const last = Math.max(...years);
  if (years.length === 0) return { spans: [], ticks: [], first: 0, last: 0 };
  const start = dayNumber(isoDay(first, 1, 1));
  const length = dayNumber(isoDay(last, 12, 31)) + 1 - start;
  const place = (day: string, after: number) =>
    Math.min(1000, Math.max(0, ((dayNumber(day) + after - start) / length) * 1000));
  const spans = dates.map(({ earliest, latest }) => {
    const [from, until] = [place(earliest, 0), place(latest, 1)];
    const width = Math.max(NARROWEST, until - from);
    return { x: round(Math.min(from, 1000 - width)), width: round(width) };
  });
  return { spans, ticks: ticksOf(first, last, place), first, last };
}

function ticksOf(first: number, last: number, place: (day: string, after: number) => number) {
  if (first === last) {
    return MONTHS.map((label, at) => ({ x: round(place(isoDay(first, at + 1, 1), 0)), label }));
  }
  const step = [1, 2, 5, 10, 20, 50, 100, 500, 1000].find(
    (one) => (last - first + 1) / one <= MOST_TICKS,
  ) as number;
  const ticks: Tick[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    ticks.push({ x: round(place(isoDay(year, 1, 1), 0)), label: String(year) });
  }
  return ticks;
}

/** Days since the beginning of the year 0, by the calendar's own arithmetic. */
export function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // Civil from March, so that the leap day ends the year.
  const shifted = month > 2 ? year : year - 1;
  const before = 365 * shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100);
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date;
  return before + Math.floor(shifted / 400) + inYear;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
