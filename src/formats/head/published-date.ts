import type { EdtfDate } from '../../model/date/edtf.ts';
import {
  hasDay,
  hasMonth,
  isKnown,
  isSeason,
  isUnspecified,
  knownPoints,
} from '../../model/date/edtf.ts';
import { dateInWords } from '../../model/date/words.ts';

/**
 * A date for programs that read dates and know no EDTF, as Zotero's translators: as it is written where they
 * read no more and no less into it. They take the season in `2007-24` for the end of a span of years, and lose
 * the month of `1999-08-XX`; the one is given in words, the other as far as it is known.
 * (https://github.com/zotero/utilities, "date.js", `strToDate`)
 */
export function publishedDate(date: EdtfDate): string {
  const points = knownPoints(date);
  if (points.some(({ month }) => isSeason(month))) return dateInWords(date);
  if (date.kind === 'interval') {
    const isPlain = isKnown(date.start) && points.every((point) => !isUnspecified(point));
    return isPlain ? date.text : dateInWords(date);
  }
  const { point, text } = date;
  if (point.year.endsWith('X')) return dateInWords(date);
  if (!isUnspecified(point)) return text;
  const mark = /[?~%]$/.exec(text)?.[0] ?? '';
  const parts = [point.year, hasMonth(point) && point.month, hasDay(point) && point.day];
  return `${parts.filter(Boolean).join('-')}${mark}`;
}
