/** Days since 0001-01-01 of a day of the proleptic Gregorian calendar, `2019-03-05`; before it, 0. */
export function dayNumber(day: string): number {
  const [, sign = '', year = '', month = '01', date = '01'] =
    /^(-?)(\d{4,})(?:-(\d\d))?(?:-(\d\d))?/.exec(day) ?? [];
  if (sign === '-') return 0;
  const time = new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(date));
  return Math.max(0, Math.round((time - ORIGIN) / DAY));
}

/** The day with a number, `2019-03-05`. */
export function dayOf(number: number): string {
  return new Date(ORIGIN + number * DAY).toISOString().slice(0, 10);
}

const DAY = 86_400_000;
const ORIGIN = new Date(0).setUTCFullYear(1, 0, 1);
