import type { EdtfDate } from '../../model/date/edtf.ts';
import { hasDay, hasMonth, isSeason, knownPoints } from '../../model/date/edtf.ts';
import { dateInWords } from '../../model/date/words.ts';
import type { CitationRecord } from '../reference/citation-record.ts';
import { invertedName, type Name } from '../reference/names.ts';
import { remarksWithDate } from './remarks.ts';

/**
 * The reference in RIS (format specification of Research Information Systems, 2001): type NEWS, a
 * tag, two spaces, a hyphen and a space before each value, lines ended by CR and LF.
 */
export function risEntry(record: CitationRecord): string {
  const lines: [string, string][] = [
    ['TY', 'NEWS'],
    ['ID', record.key],
    ['TI', record.title],
    ...record.authors.map((name): [string, string] => ['AU', risName(name)]),
    ['T2', record.outlet],
    ['JF', record.outlet],
    ...risDate(record.date),
    ['LA', record.language],
    ['UR', record.url],
    ['DB', record.archive],
    ['AN', record.location],
    ...record.keywords.map((word): [string, string] => ['KW', word]),
    ...remarksWithDate(record).map((remark): [string, string] => ['N1', remark]),
    // Some readers pass over DB and AN.
    ['N1', `Archive: ${record.archive}, ${record.location}`],
    ['ER', ''],
  ];
  return lines.map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, ' ').trim()}\r\n`).join('');
}

/**
 * A comma at the end keeps the name of an organisation in one piece. A suffix stands behind the given
 * name: readers disagree on a third part.
 */
function risName(name: Name): string {
  return 'literal' in name ? `${name.literal.replaceAll(',', ';')},` : invertedName(name);
}

/** Year, and `year/month/day/words`; what RIS has no digits for stands in the words. */
function risDate(date: EdtfDate): [string, string][] {
  const [point] = knownPoints(date);
  if (point === undefined) return [];
  const year = point.year.replaceAll('X', '0');
  const month = hasMonth(point) && !isSeason(point.month) ? point.month : '';
  const day = hasDay(point) ? point.day : '';
  const plain = date.kind === 'point' && /^[\d-]+$/.test(date.text) && !isSeason(point.month);
  const words = plain ? '' : dateInWords(date);
  return [
    ['PY', year],
    ['DA', `${year}/${month}/${day}/${words}`],
  ];
}
