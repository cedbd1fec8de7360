/**
 * What an EDTF date is once it has been read: ISO 8601-2:2019, levels 0 and 1, dates without a time of day.
 * `text` is what was written and what is stored; the parts are for those who sort, word or file it.
 */

/** A year, month, season or day, each possibly with digits left open. */
export interface EdtfPoint {
  /** Four characters; the last one or two may be X: 1987, 198X, 19XX. */
  readonly year: string;
  /** '01' to '12', 'XX' where unspecified, or a season '21' to '24'. */
  readonly month?: string;
  /** '01' to '31', or 'XX' where unspecified. */
  readonly day?: string;
  /** Written `?`, or `%` together with approximate. */
  readonly uncertain: boolean;
  /** Written `~`, or `%` together with uncertain. */
  readonly approximate: boolean;
}

/** Where an interval has no date: `..` is open (no limit), nothing at all is unknown. */
export type NoEnd = 'open' | 'unknown';

export type IntervalEnd = EdtfPoint | NoEnd;

export interface EdtfPointDate {
  readonly kind: 'point';
  readonly text: string;
  readonly point: EdtfPoint;
}

export interface EdtfInterval {
  readonly kind: 'interval';
  readonly text: string;
  readonly start: IntervalEnd;
  readonly end: IntervalEnd;
}

export type EdtfDate = EdtfPointDate | EdtfInterval;

/** Whether an end of an interval is a date at all, and not open or unknown. */
export function isKnown(end: IntervalEnd): end is EdtfPoint {
  return typeof end !== 'string';
}

/** Whether what stands in the place of the month is a season, '21' (spring) to '24' (winter). */
export function isSeason(month: string | undefined): boolean {
  return month !== undefined && /^2[1-4]$/.test(month);
}

/** Whether the point carries `?`, `~` or `%`. */
export function isQualified(point: EdtfPoint): boolean {
  return point.uncertain || point.approximate;
}

/** Whether any digit of the point is left open with X. */
export function isUnspecified(point: EdtfPoint): boolean {
  return point.year.endsWith('X') || point.month === 'XX' || point.day === 'XX';
}

/** Whether the month is told, by number or as a season. */
export function hasMonth(point: EdtfPoint): point is EdtfPoint & { readonly month: string } {
  return point.month !== undefined && point.month !== 'XX';
}

/** Whether the point names one day. */
export function hasDay(
  point: EdtfPoint,
): point is EdtfPoint & { readonly month: string; readonly day: string } {
  return point.day !== undefined && point.day !== 'XX';
}

/** The points that a date names: one, or the known ends of an interval. */
export function knownPoints(date: EdtfDate): EdtfPoint[] {
  return date.kind === 'point' ? [date.point] : [date.start, date.end].filter(isKnown);
}
