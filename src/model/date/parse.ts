import { intervalBounds } from './bounds.ts';
import { diagnose } from './diagnose.ts';
import type { EdtfDate, IntervalEnd } from './edtf.ts';
import { isKnown } from './edtf.ts';
import { readPoint } from './point.ts';
import type { Refusal } from './refusal.ts';
import { quoted, refuse } from './refusal.ts';

export type ParsedDate = { ok: true; date: EdtfDate } | Refusal;

/**
 * Reads a date as ISO 8601-2:2019 (EDTF) writes it, level 0 and 1 without times of day, for the years 0001
 * to 9999: `2019-03-05`, `2019-03`, `2019`, `2009-08~`, `198X`, `2019-XX`, `2019-21`, `2009/2011`,
 * `2019-03-05/..`.
 *
 * Nothing is corrected on the way: the calendar is checked, and a text that is not exactly such a date is
 * refused. Level 1 leaves open one or two digits of a year that stands alone, or a whole month or day.
 *
 * An interval is refused as reversed when no choice of days within its two ends would put the start on or
 * before the end, that is, when the earliest day of the start comes after the latest of the end. So
 * `2019/2019-03` is taken (it can be January to March) and `2019-05/2019-03-XX` is not.
 *
 * @returns the date with its parts, or a refusal that says what is wrong and what to write, with the right
 *   spelling wherever it follows from the wrong one without guessing; never throws
 */
export function parseEdtf(text: string): ParsedDate {
  return read(text) ?? diagnose(text, (candidate) => read(candidate)?.ok === true);
}

/** @returns `undefined` where the text does not have the shape of a date, so that nothing precise can be said */
function read(text: string): ParsedDate | undefined {
  const [startText = '', endText, ...more] = text.split('/');
  if (more.length > 0) return undefined;
  if (endText === undefined) {
    const reading = readPoint(text);
    return reading?.ok
      ? { ok: true, date: { kind: 'point', text, point: reading.point } }
      : reading;
  }
  const [start, end] = [readEnd(startText), readEnd(endText)];
  if (start === undefined || end === undefined) return undefined;
  if (!start.ok) return start;
  if (!end.ok) return end;
  return (
    checkInterval(text, start.end, end.end) ?? {
      ok: true,
      date: { kind: 'interval', text, start: start.end, end: end.end },
    }
  );
}

function readEnd(text: string): { ok: true; end: IntervalEnd } | Refusal | undefined {
  if (text === '') return { ok: true, end: 'unknown' };
  if (text === '..') return { ok: true, end: 'open' };
  const reading = readPoint(text);
  return reading?.ok ? { ok: true, end: reading.point } : reading;
}

function checkInterval(text: string, start: IntervalEnd, end: IntervalEnd): Refusal | undefined {
  if (!isKnown(start) && !isKnown(end)) {
    return refuse(
      `${quoted(text)} names no date at either end of the interval.`,
      'Write at least one end, such as 2019-03-05/.. or ../2019-03-05.',
    );
  }
  const { earliest, latest } = intervalBounds(start, end);
  if (earliest <= latest) return undefined;
  return refuse(
    `${quoted(text)} ends before it begins.`,
    `Write ${text.split('/').reverse().join('/')} if the ends were swapped.`,
  );
}
