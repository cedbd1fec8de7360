/**
 * The Gregorian calendar by arithmetic alone, also before 1582, as ISO 8601-1:2019 (4.3.2.1) has it.
 * A day is a string 'YYYY-MM-DD', so that no time zone can move it.
 */

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether a year has 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * How many days a month has.
 *
 * @param month 1 to 12
 * @throws RangeError for any other month
 */
export function daysInMonth(year: number, month: number): number {
  const length = MONTH_LENGTHS[month - 1];
  if (length === undefined) throw new RangeError(`There is no month ${month}.`);
  return month === 2 && isLeapYear(year) ? 29 : length;
}

/** Spells a day; the numbers are taken as they come. */
export function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Spells a month or a day of the month: 3 becomes '03'. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/**
 * The day after a day.
 *
 * @throws RangeError if `iso` is not a day, or is the last that four digits can name
 */
export function nextDay(iso: string): string {
  const [year, month, day] = dayParts(iso);
  if (day < daysInMonth(year, month)) return isoDay(year, month, day + 1);
  if (month < 12) return isoDay(year, month + 1, 1);
  if (year === 9999) throw new RangeError('The calendar of the archive ends on 9999-12-31.');
  return isoDay(year + 1, 1, 1);
}

/**
 * The day of the week, 0 for Monday to 6 for Sunday (ISO 8601 counts 1 to 7).
 *
 * @throws RangeError if `iso` is not a day
 */
export function weekdayOf(iso: string): number {
  const [year, month, day] = dayParts(iso);
  // 0001-01-01 was a Monday; 400 years are whole weeks, and adding them keeps the year 0 countable.
  const yearsBefore = year - 1 + 400;
  let days = yearsBefore * 365 + leapDaysThrough(yearsBefore) + day - 1;
  for (let earlier = 1; earlier < month; earlier++) days += daysInMonth(year, earlier);
  return days % 7;
}

function leapDaysThrough(years: number): number {
  return Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
}

function dayParts(iso: string): [year: number, month: number, day: number] {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  if (!match || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    throw new RangeError(`“${iso}” is not a day such as 2019-03-05.`);
  }
  return [year, month, day];
}
