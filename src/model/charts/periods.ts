import { twoDigits } from '../date/calendar.ts';

/** A column of a table over time: a month, a year, or several years. */
export interface Period {
  /** `2019-03`, `2019` or `1990–1999`. */
  readonly label: string;
  /** First and last unit, both included: months where the label is a month, else years. */
  readonly from: string;
  readonly to: string;
}

/** Columns of numbers that a table can have and still be read. */
const MOST = 24;
/** Up to this many years an archive is looked at by months. */
const FEW_YEARS = 2;

/**
 * Periods of one length that cover a stretch of years without a gap: months while there are few years,
 * then years, then as many years together as the table has room for.
 *
 * @param most columns that there is room for
 */
export function periodsOf(first: number, last: number, most = MOST): Period[] {
  const years = last - first + 1;
  if (years <= FEW_YEARS) {
    return range(first, last).flatMap((year) =>
      range(1, 12).map((month) => {
        const unit = `${year4(year)}-${twoDigits(month)}`;
        return { label: unit, from: unit, to: unit };
      }),
    );
  }
  const step = [1, 5, 10, 25, 50, 100, 500].find((one) => years / one + 1 <= most) ?? 1000;
  const start = Math.floor(first / step) * step;
  return range(0, Math.floor((last - start) / step)).map((at) => {
    const from = year4(start + at * step);
    const to = year4(start + (at + 1) * step - 1);
    return { label: step === 1 ? from : `${from}–${to}`, from, to };
  });
}

/** Stretches of periods that hold nothing, between the first and the last that hold something. */
export function gapsOf(
  periods: readonly Period[],
  counts: readonly number[],
): { readonly from: Period; readonly to: Period; readonly length: number }[] {
  const gaps: { from: Period; to: Period; length: number }[] = [];
  const first = counts.findIndex((count) => count > 0);
  const last = counts.findLastIndex((count) => count > 0);
  for (let at = first; at >= 0 && at <= last; at++) {
    const period = periods[at];
    if (period === undefined || counts[at] !== 0) continue;
    const open = gaps.at(-1);
    if (open !== undefined && counts[at - 1] === 0) {
      gaps[gaps.length - 1] = { from: open.from, to: period, length: open.length + 1 };
    } else gaps.push({ from: period, to: period, length: 1 });
  }
  return gaps;
}

/** The index of the period that a unit of the same kind falls in. */
export function periodAt(periods: readonly Period[], unit: string): number {
  return periods.findIndex(({ from, to }) => unit >= from && unit <= to);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

function year4(year: number): string {
  return String(year).padStart(4, '0');
}
