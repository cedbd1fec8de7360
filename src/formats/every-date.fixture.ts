import { parseEdtf } from '../model/date/parse.ts';

/** What a point of a date can look like without a mark. */
const POINTS = [
  ...['2019', '2019-03', '2019-03-05', '2004-02-29', '0001-01-01', '0987', '0987-06', '9999-12-31'],
  ...['2019-21', '2019-22', '2019-23', '2007-24', '9999-24', '0001-24'],
  ...['198X', '19XX', '200X', '20XX', '2019-XX', '1999-08-XX', '2019-XX-XX'],
];
const MARKS = ['?', '~', '%'];
/** Those of them that marks are tried at. */
const MARKED = ['2019', '2019-03', '2019-03-05', '2019-21', '198X', '1999-08-XX'];
/** Ends of intervals, of every precision. */
const ENDS = [
  ...['', '..', '2019', '2019-03-05', '1984', '1984~', '2004-06', '2004-06-11?', '2019-24'],
  ...['198X', '2019-XX', '1999-08-XX', '0987-06', '9999'],
];

/** Every form of a date that the record accepts, as it is written there: alone, and as each pair of ends. */
export function everyDate(): string[] {
  const marked = MARKED.flatMap((point) => MARKS.map((mark) => `${point}${mark}`));
  const intervals = ENDS.flatMap((start) => ENDS.map((end) => `${start}/${end}`));
  return [...POINTS, ...marked, ...intervals].filter((text) => parseEdtf(text).ok);
}
