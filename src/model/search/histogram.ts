import { dayNumber, dayOf } from './days.ts';

/** A bar of the histogram: a year, month or day, and how many articles may be of it. */
export interface Bar {
  /** `2019`, `2019-03` or `2019-03-05`. */
  readonly unit: string;
  readonly count: number;
  /** First and last day, as numbers. */
  readonly from: number;
  readonly to: number;
}

/** Units of days that were asked for, by the length of the unit. */
const unitsOfDays = new Map<number, Map<number, string>>();

/** Bars that a chart has room for. */
const MOST = 64;

/**
 * Counts articles by year, or by month or day where the span is short. An article whose date is not
 * certain stands in the bar of its earliest day.
 */
export function histogram(docs: Uint32Array, earliest: Uint32Array): Bar[] {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const doc of docs) {
    const day = earliest[doc] ?? 0;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  if (first > last) return [];
  const length = last - first < MOST ? 10 : last - first < MOST * 30 ? 7 : 4;
  const counts = new Map<string, number>();
  const units = unitsOfDays.get(length) ?? new Map<number, string>();
  unitsOfDays.set(length, units);
  for (const doc of docs) {
    const day = earliest[doc] ?? 0;
    let unit = units.get(day);
    if (unit === undefined) {
      unit = dayOf(day).slice(0, length);
      units.set(day, unit);
    }
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  const bars: Bar[] = [];
  let unit = dayOf(first).slice(0, length);
  const end = dayOf(last).slice(0, length);
  for (let left = 4000; left > 0 && unit <= end; left--) {
    const following = next(unit);
    bars.push({
      unit,
      count: counts.get(unit) ?? 0,
      from: dayNumber(unit),
      to: dayNumber(following) - 1,
    });
    unit = following;
  }
  return bars;
}

/** The unit after a year, month or day. */
export function next(unit: string): string {
  const [year = 0, month = 1, day = 1] = unit.split('-').map(Number);
  if (unit.length === 4) return String(year + 1).padStart(4, '0');
  const steps = unit.length === 7 ? { month: 1, day: 0 } : { month: 0, day: 1 };
  const time = new Date(0).setUTCFullYear(year, month - 1 + steps.month, day + steps.day);
  return new Date(time).toISOString().slice(0, unit.length);
}

/** The last day that a year, month or day reaches to, as a number. */
export function lastDay(unit: string): number {
  return dayNumber(next(unit)) - 1;
}
