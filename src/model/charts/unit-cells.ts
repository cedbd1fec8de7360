import { daysInMonth, isoDay, twoDigits, weekdayOf } from '../date/calendar.ts';
import { monthName } from '../date/words.ts';
import { shareOf } from './together.ts';

/** One month of a year or day of a month, with how many articles stand there. */
export interface UnitCell {
  readonly unit: string;
  /** "March" or "5". */
  readonly label: string;
  readonly count: number;
  /** How full it is beside the fullest, 1 to 4, in even steps; 0 where nothing stands. */
  readonly level: number;
}

/** The days of the week, as a calendar heads its columns. */
export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/**
 * Every smaller unit of a year or month, in order, those without articles too.
 *
 * @param unit '2019' or '2019-03'
 * @param within the smaller units that hold articles
 * @param fullest count that makes the highest level; that of the fullest unit when absent
 */
export function unitCells(
  unit: string,
  within: readonly { readonly unit: string; readonly count: number }[],
  fullest = Math.max(1, ...within.map(({ count }) => count)),
): UnitCell[] {
  const [year, month] = unit.split('-').map(Number);
  const counts = new Map(within.map(({ unit: key, count }) => [key, count]));
  const length = month === undefined ? 12 : daysInMonth(year ?? 0, month);
  return Array.from({ length }, (_, index) => {
    const number = twoDigits(index + 1);
    const key = `${unit}-${number}`;
    const count = counts.get(key) ?? 0;
    return {
      unit: key,
      label: month === undefined ? monthName(number) : String(index + 1),
      count,
      level: shareOf(count, fullest),
    };
  });
}

/** How many cells of a calendar, Monday first, stand empty before the first of a month '2019-03'. */
export function cellsBefore(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return weekdayOf(isoDay(year, number, 1));
}
