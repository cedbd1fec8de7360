import { htmlDateTime } from '../../model/date/html-datetime.ts';
import { dateInWords } from '../../model/date/words.ts';
import type { CitationRecord } from '../reference/citation-record.ts';

/** What no field of a reference format can hold, as sentences in one order for all of them. */
export function remarksOf({ agencies, originalUrl, remarks, rights }: CitationRecord): string[] {
  return [
    ...(agencies.length > 0 ? [`Credited to ${agencies.join('; ')}.`] : []),
    ...(originalUrl === undefined ? [] : [`Original address: ${originalUrl}`]),
    ...remarks,
    `Rights: ${rights}`,
  ];
}

/** The remarks, with the date in words and as EDTF where no other field says all of it. */
export function remarksWithDate(record: CitationRecord): string[] {
  const { date } = record;
  const plain = htmlDateTime(date) !== undefined;
  const remark = `Date: ${dateInWords(date)} (${date.text} in EDTF).`;
  return plain ? remarksOf(record) : [remark, ...remarksOf(record)];
}
