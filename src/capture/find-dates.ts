import { daysInMonth, isoDay, twoDigits } from '../model/date/calendar.ts';
import { monthNamed } from './dates/month-names.ts';
import { OTHER_CALENDARS, plainDigits } from './dates/other-calendars.ts';

/** A date written in a text. */
export interface WrittenDate {
  /** 2019-03-05; without a year --03-05. */
  readonly date: string;
  /** With the time of day where one follows: 2019-03-05T17:47. */
  readonly stamp: string;
  /** The letters that say so. */
  readonly words: string;
  readonly offset: number;
  /** Whether day and month could be the other way round. */
  readonly ambiguous: boolean;
}

/** Any word; whether it names a month is looked up, because a thousand alternatives are slow. */
const MONTH = '(?<month>\\p{L}[\\p{L}\\p{M}.]{1,40})';
const DAY = '(?<day>[0-3]?\\d)';
const YEAR = '(?<year>(?:1[6-9]|20)\\d\\d)';
const TIME =
  '(?:,?\\s*(?:[-–|@]|at|в|о|um|à|T)?\\s*(?<hour>[0-2]?\\d)[:.](?<minute>[0-5]\\d)(?::[0-5]\\d)?\\s?(?<half>[ap]\\.?m\\b)?)?';
/** What follows a year that stands first: 2014 m. kovo 5, 2019 жылғы 4 наурыз, 2019. gada 4. marts. */
const OF_YEAR = '(?:\\.|\\s?m\\.|\\s?г\\.|\\s?ж\\.|\\s?жылғы|\\.\\s?gada)?';
/** The count of years in Thailand, and how far it is ahead. */
const [THAI_YEAR, AHEAD] = ['2[45]\\d\\d', 543];
const EDGE = '(?<![\\p{L}\\p{N}])';

const FORMS: readonly RegExp[] = [
  new RegExp(
    `${EDGE}${DAY}\\s+(?<month>\\p{Script=Thai}[\\p{Script=Thai}.]+)\\s+(?:พ\\.ศ\\.\\s?)?(?<year>${THAI_YEAR})(?!\\d)${TIME}`,
    'giu',
  ),
  new RegExp(
    `${EDGE}${YEAR}(?:[-/.]|\\.\\s)(?<number>[01]?\\d)(?:[-/.]|\\.\\s)${DAY}(?!\\d)\\.?${TIME}`,
    'giu',
  ),
  new RegExp(`${EDGE}${YEAR}${OF_YEAR},?\\s+${MONTH}\\.?\\s+${DAY}(?!\\d)\\.?${TIME}`, 'giu'),
  new RegExp(
    `${EDGE}${YEAR}${OF_YEAR},?\\s+${DAY}\\.?\\s+${MONTH}(?![\\p{L}\\p{M}])${TIME}`,
    'giu',
  ),
  // As C's asctime writes it: Fri Aug 13 19:08:33 EDT 2010.
  new RegExp(
    `${EDGE}${MONTH}\\s+${DAY}\\s+(?<hour>[0-2]\\d):(?<minute>[0-5]\\d):[0-5]\\d(?:\\s+[A-Z]{2,5}|\\s+(?:GMT)?[+-]\\d{4})?\\s+${YEAR}(?!\\d)`,
    'giu',
  ),
  new RegExp(
    `${EDGE}${MONTH}\\.?\\s+${DAY}(?:st|nd|rd|th)?(?!\\d)(?:,?\\s+${YEAR}(?!\\d))?${TIME}`,
    'giu',
  ),
  new RegExp(
    `${EDGE}${DAY}(?:st|nd|rd|th|er|ère|º|\\.|-?го)?(?:\\s+of|\\s+de)?[\\s./-]{1,20}ב?${MONTH}(?![\\p{L}\\p{M}])\\.?(?:\\s?/\\s?\\p{L}{1,40})?(?:,?(?:\\s+de|\\s+del)?[\\s./-]{1,20}${YEAR}(?!\\d))?(?:\\s?(?:г|р|года|року)\\.?(?!\\p{L}))?${TIME}`,
    'giu',
  ),
  new RegExp(
    `${EDGE}${DAY}\\s+tháng\\s+(?<number>[01]?\\d)(?:,|\\s+năm)?\\s+${YEAR}(?!\\d)${TIME}`,
    'giu',
  ),
  new RegExp(`${EDGE}${DAY}\\.(?<number>[01]?\\d)\\.${YEAR}(?!\\d)${TIME}`, 'giu'),
  new RegExp(`${EDGE}(?<first>[0-3]?\\d)/(?<second>[0-3]?\\d)/${YEAR}(?!\\d)${TIME}`, 'giu'),
  new RegExp(
    `${YEAR}\\s?[年년]\\s?(?<number>[01]?\\d)\\s?[月월]\\s?${DAY}\\s?[日일]${TIME}`,
    'giu',
  ),
];

/** Every date that a text writes out, in order; what the calendar does not have is none. */
export function findDates(text: string): WrittenDate[] {
  if (!/\p{Nd}|日/u.test(text)) return [];
  const plain = plainDigits(text);
  const found: WrittenDate[] = [];
  const taken = new Uint8Array(text.length);
  const add = (date: WrittenDate | undefined) => {
    if (date === undefined) return;
    const end = date.offset + date.words.length;
    if (taken.subarray(date.offset, end).includes(1)) return;
    taken.fill(1, date.offset, end);
    found.push(date);
  };
  for (const form of FORMS) for (const match of plain.matchAll(form)) add(read(match, text));
  for (const { pattern, read: readDay } of OTHER_CALENDARS) {
    for (const match of plain.matchAll(pattern)) {
      const day = readDay(match.groups ?? {});
      if (day) add(written(match, text, day));
    }
  }
  return found.sort((a, b) => a.offset - b.offset);
}

/** A date as the text has it; undefined where the calendar has none. */
function written(
  match: RegExpMatchArray,
  text: string,
  { year, month, day }: { year?: number; month: number; day: number },
): WrittenDate | undefined {
  if (!(month >= 1 && month <= 12) || !(day >= 1 && day <= daysInMonth(year ?? 2000, month)))
    return undefined;
  const date =
    year === undefined ? `--${twoDigits(month)}-${twoDigits(day)}` : isoDay(year, month, day);
  const words = text.slice(match.index, (match.index ?? 0) + match[0].length).trim();
  return { date, stamp: date, words, offset: match.index ?? 0, ambiguous: false };
}

function read(match: RegExpMatchArray, text: string): WrittenDate | undefined {
  const { year, month, number, day, first, second, hour, minute, half } = match.groups ?? {};
  let [m, d] = [month === undefined ? Number(number) : monthNamed(month), Number(day)];
  let ambiguous = false;
  if (first !== undefined && second !== undefined) {
    // 3/5/2019 is May in most of the world and March in the United States.
    [d, m] =
      Number(second) > 12 ? [Number(second), Number(first)] : [Number(first), Number(second)];
    ambiguous = Number(first) <= 12 && Number(second) <= 12 && first !== second;
  }
  const counted = year === undefined ? undefined : Number(year);
  const y = counted !== undefined && counted > 2400 ? counted - AHEAD : counted;
  const date = written(match, text, { ...(y !== undefined && { year: y }), month: m, day: d });
  const time = hour === undefined ? undefined : clock(Number(hour), Number(minute), half);
  if (date === undefined) return undefined;
  return { ...date, ambiguous, stamp: time === undefined ? date.date : `${date.date}T${time}` };
}

function clock(hour: number, minute: number, half: string | undefined): string | undefined {
  const hours = half === undefined ? hour : (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  return hours > 23 ? undefined : `${twoDigits(hours)}:${twoDigits(minute)}`;
}
