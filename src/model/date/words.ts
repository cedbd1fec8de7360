import type { EdtfDate, EdtfInterval, EdtfPoint } from './edtf.ts';
import { hasDay, hasMonth, isKnown, isQualified, isSeason, isUnspecified } from './edtf.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
const WINTER = '24';

/**
 * A date as a reader of English wants it, as a noun phrase that stands in a sentence or alone:
 * "5 March 2019", "about August 2009 (supplied)", "5–7 March 2019", "the 1980s". It begins small where the
 * phrase does; no preposition such as "in" goes before it here.
 *
 * @param options.supplied whether the archive inferred the date, which is then said in parentheses
 */
export function dateInWords(
  date: EdtfDate,
  { supplied = false }: { supplied?: boolean | undefined } = {},
): string {
  const words = date.kind === 'point' ? aloneInWords(date.point) : intervalInWords(date);
  return supplied ? `${words} (supplied)` : words;
}

/**
 * A plain unit of the timeline in words: '2019', '2019-03' and '2019-03-05' become "2019", "March 2019" and
 * "5 March 2019".
 *
 * @throws RangeError if `unit` has none of these shapes
 */
export function unitInWords(unit: string): string {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(unit);
  if (!match) throw new RangeError(`“${unit}” is not a unit such as 2019, 2019-03 or 2019-03-05.`);
  const [, year = '', month, day] = match;
  return [day && dayNumber(day), month && monthName(month), year].filter(Boolean).join(' ');
}

/**
 * The English name of a month '01' to '12'.
 *
 * @throws RangeError for anything else
 */
export function monthName(month: string): string {
  const name = /^\d\d$/.test(month) ? MONTHS[Number(month) - 1] : undefined;
  if (name === undefined) throw new RangeError(`“${month}” is not a month from 01 to 12.`);
  return name;
}

function aloneInWords(point: EdtfPoint): string {
  const gap = gapInWords(point);
  return gap ? `${qualifiedWords(point)}, ${gap}` : qualifiedWords(point);
}

function intervalInWords({ start, end }: EdtfInterval): string {
  if (!isKnown(start) && !isKnown(end))
    throw new RangeError('An interval has at least one known end.');
  if (start === 'open') return `${endInWords(end)} or earlier`;
  if (end === 'open') return `${endInWords(start)} or later`;
  if (!isKnown(start) || !isKnown(end)) return `from ${endInWords(start)} to ${endInWords(end)}`;
  if (samePoint(start, end)) return aloneInWords(start);
  // Without "from", an "about" or a gap at the start would seem to hold for the whole interval.
  if (![start, end].every(isPlain)) return `from ${endInWords(start)} to ${endInWords(end)}`;
  return joinedInWords(start, end);
}

/** An end of an interval; what is not known goes in parentheses, as commas would fall apart there. */
function endInWords(end: EdtfPoint | 'open' | 'unknown'): string {
  if (!isKnown(end)) return 'an unknown date';
  const gap = gapInWords(end);
  return gap ? `${qualifiedWords(end)} (${gap})` : qualifiedWords(end);
}

/** Two plain ends, with what they share said once. */
function joinedInWords(start: EdtfPoint, end: EdtfPoint): string {
  if (start.year === end.year && hasDay(start) && hasDay(end) && start.month === end.month) {
    return `${dayNumber(start.day)}–${pointInWords(end)}`;
  }
  const shared =
    start.year === end.year && unitKind(start) === unitKind(end) && end.month !== WINTER;
  const startWords = shared ? partsOf(start).slice(0, -1).join(' ') : pointInWords(start);
  return `${startWords} to ${pointInWords(end)}`;
}

function qualifiedWords(point: EdtfPoint): string {
  return [point.uncertain && 'probably', point.approximate && 'about', pointInWords(point)]
    .filter(Boolean)
    .join(' ');
}

function pointInWords(point: EdtfPoint): string {
  return partsOf(point).join(' ');
}

/** What is known of the point, smallest first: ['5', 'March', '2019'], ['winter', '2019–2020']. */
function partsOf(point: EdtfPoint): string[] {
  if (!hasMonth(point)) return [yearInWords(point.year)];
  const season = SEASONS[Number(point.month) - 21];
  if (season) return [season, seasonYear(point)];
  const parts = [monthName(point.month), point.year];
  return hasDay(point) ? [dayNumber(point.day), ...parts] : parts;
}

/** "the 1980s", but "1900–1909": "the 1900s" would be read as the century. */
function yearInWords(year: string): string {
  if (!year.endsWith('X')) return year;
  if (/[1-9]X$/.test(year)) return `the ${year.slice(0, 3)}0s`;
  return `${year.replaceAll('X', '0')}–${year.replaceAll('X', '9')}`;
}

function seasonYear({ year, month }: EdtfPoint): string {
  return month === WINTER ? `${year}–${String(Number(year) + 1).padStart(4, '0')}` : year;
}

function gapInWords(point: EdtfPoint): string | undefined {
  if (point.month === 'XX') return point.day === 'XX' ? 'day and month unknown' : 'month unknown';
  return point.day === 'XX' ? 'day unknown' : undefined;
}

function dayNumber(day: string): string {
  return String(Number(day));
}

function isPlain(point: EdtfPoint): boolean {
  return !isQualified(point) && !isUnspecified(point);
}

function unitKind(point: EdtfPoint): 'year' | 'season' | 'month' | 'day' {
  if (!hasMonth(point)) return 'year';
  if (isSeason(point.month)) return 'season';
  return hasDay(point) ? 'day' : 'month';
}

function samePoint(a: EdtfPoint, b: EdtfPoint): boolean {
  return (
    a.year === b.year &&
    a.month === b.month &&
    a.day === b.day &&
    a.uncertain === b.uncertain &&
    a.approximate === b.approximate
  );
}

/** A day of any year, `03-05`, in words: "5 March". */
export function dayOfYearInWords(unit: string): string {
  return `${dayNumber(unit.slice(3))} ${monthName(unit.slice(0, 2))}`;
}
