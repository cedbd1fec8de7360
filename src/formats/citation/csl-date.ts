import type { EdtfDate, EdtfPoint } from '../../model/date/edtf.ts';
import { hasDay, hasMonth, isKnown, isSeason } from '../../model/date/edtf.ts';
import { dateInWords } from '../../model/date/words.ts';

/** A date as CSL-JSON has it (csl-data.json 1.0.2, "date-variable"). */
export interface CslDate {
  'date-parts'?: number[][];
  season?: number;
  circa?: boolean;
  literal?: string;
}

/**
 * A date for citation processors. What CSL has no way to say (open ends, seasons in a range, a range from a year to a day) is
 * given in words, rather than as a date that is more certain than ours.
 */
export function cslDate(date: EdtfDate, circa: boolean): CslDate {
  const about = circa ? { circa: true } : {};
  if (date.kind === 'point') return { ...pointDate(date.point), ...about };
  const { start, end } = date;
  if (!isKnown(start) || !isKnown(end) || [start, end].some(({ month }) => isSeason(month))) {
    return { literal: dateInWords(date), ...about };
  }
  // citeproc-js takes a range only where both ends are equally exact.
  const [from, to] = [partsOf(start, '0'), partsOf(end, '9')];
  const exact = Math.min(from.length, to.length);
  return { 'date-parts': [from.slice(0, exact), to.slice(0, exact)], ...about };
}

function pointDate(point: EdtfPoint): CslDate {
  if (point.year.endsWith('X')) return { 'date-parts': [partsOf(point, '0'), partsOf(point, '9')] };
  if (isSeason(point.month)) {
    return { 'date-parts': [[Number(point.year)]], season: Number(point.month) - 20 };
  }
  return { 'date-parts': [partsOf(point, '0')] };
}

function partsOf(point: EdtfPoint, openDigit: '0' | '9'): number[] {
  const year = Number(point.year.replaceAll('X', openDigit));
  if (!hasMonth(point)) return [year];
  return hasDay(point)
    ? [year, Number(point.month), Number(point.day)]
    : [year, Number(point.month)];
}
