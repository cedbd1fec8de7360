import type { EdtfDate, EdtfPoint } from './date/edtf.ts';

/** The two lines of a spine label that a date gives: the year, and what is known below it. */
export interface PressmarkDate {
  readonly year: string;
  readonly rest: string;
}

/** Cuts a date for the spine label: `2009-08~` is "2009" and "08~", an interval "2009" and "–2011". */
export function pressmarkDate(date: EdtfDate): PressmarkDate {
  if (date.kind === 'point') return cut(date.point);
  const { start, end } = date;
  if (typeof start === 'string') {
    return typeof end === 'string'
      ? { year: '?', rest: '' }
      : { year: end.year, rest: 'or earlier' };
  }
  if (typeof end === 'string') return { year: start.year, rest: 'or later' };
  if (start.year === end.year) {
    return { year: start.year, rest: `${cut(start).rest}/${cut(end).rest}` };
  }
  return { year: start.year, rest: `–${end.year}` };
}

function cut({ year, month, day, approximate, uncertain }: EdtfPoint): PressmarkDate {
  const sign = approximate && uncertain ? '%' : approximate ? '~' : uncertain ? '?' : '';
  return { year, rest: `${[month, day].filter(Boolean).join('-')}${sign}` };
}
