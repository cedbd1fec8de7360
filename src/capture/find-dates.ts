import { daysInMonth, isoDay, twoDigits } from '../model/date/calendar.ts';

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

const LOCALES =
  'en de fr es it pt nl pl cs sk ru uk be lt lv et sv da nb fi hu ro bg tr hr sr sr-Latn sl mk el ca eu gl is ga cy sq id ms vi he ar ar-SY ar-MA hi ka az kk'.split(
    ' ',
  );

/** Names of months, as they stand alone and with a day, long and short. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  LOCALES.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((month) =>
      Array.from({ length: 12 }, (_, index) => {
        const day = new Date(Date.UTC(2019, index, 5));
        return [{}, { day: 'numeric' } as const].map((more): [string, number] => {
          const format = new Intl.DateTimeFormat(locale, { month, ...more, timeZone: 'UTC' });
          const name = format.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '';
          return [name.toLowerCase().replace(/\.$/, ''), index + 1];
        });
      })
        .flat()
        // Arabic is mostly typed without the small sign on its first letter.
        .flatMap(([name, number]): [string, number][] => [
          [name, number],
          [name.replace(/[أإآ]/g, 'ا'), number],
        ]),
    ),
  ).filter(([name]) => /^(?:\p{L}{3,}|[^\p{Script=Latin}\P{L}]{2,})$/u.test(name)),
);

const MONTH = `(?<month>${[...MONTHS.keys(), 'sept'].sort((a, b) => b.length - a.length).join('|')})`;
const DAY = '(?<day>[0-3]?\\d)';
const YEAR = '(?<year>(?:1[6-9]|20)\\d\\d)';
const TIME =
  '(?:,?\\s*(?:[-–|@]|at|в|о|um|à|T)?\\s*(?<hour>[0-2]?\\d)[:.](?<minute>[0-5]\\d)(?::[0-5]\\d)?\\s?(?<half>[ap]\\.?m\\b)?)?';
const EDGE = '(?<![\\p{L}\\p{N}])';

const FORMS: readonly RegExp[] = [
  new RegExp(`${EDGE}${YEAR}[-/.](?<number>[01]?\\d)[-/.]${DAY}(?!\\d)${TIME}`, 'giu'),
  new RegExp(
    `${EDGE}${YEAR}(?:\\.|\\s?m\\.|\\s?г\\.)?,?\\s+${MONTH}\\.?\\s+${DAY}(?!\\d)\\.?${TIME}`,
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
    `${EDGE}${DAY}(?:st|nd|rd|th|er|ère|º|\\.|-?го)?(?:\\s+of|\\s+de)?[\\s./-]+${MONTH}(?!\\p{L})\\.?(?:\\s?/\\s?\\p{L}+)?(?:,?(?:\\s+de|\\s+del)?[\\s./-]+${YEAR}(?!\\d))?(?:\\s?(?:г|р|года|року)\\.?(?!\\p{L}))?${TIME}`,
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
  const found: WrittenDate[] = [];
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const date = read(match);
      if (date && !found.some((other) => touch(other, date))) found.push(date);
    }
  }
  return found.sort((a, b) => a.offset - b.offset);
}

function read(match: RegExpMatchArray): WrittenDate | undefined {
  const { year, month, number, day, first, second, hour, minute, half } = match.groups ?? {};
  let [m, d] = [month === undefined ? Number(number) : monthOf(month), Number(day)];
  let ambiguous = false;
  if (first !== undefined && second !== undefined) {
    // 3/5/2019 is May in most of the world and March in the United States.
    [d, m] =
      Number(second) > 12 ? [Number(second), Number(first)] : [Number(first), Number(second)];
    ambiguous = Number(first) <= 12 && Number(second) <= 12 && first !== second;
  }
  if (!(m >= 1 && m <= 12) || d < 1 || d > daysInMonth(Number(year ?? 2000), m)) return undefined;
  const date =
    year === undefined ? `--${twoDigits(m)}-${twoDigits(d)}` : isoDay(Number(year), m, d);
  const time = hour === undefined ? undefined : clock(Number(hour), Number(minute), half);
  const words = match[0].trim();
  return {
    date,
    stamp: time === undefined ? date : `${date}T${time}`,
    words,
    offset: match.index ?? 0,
    ambiguous,
  };
}

function monthOf(name: string): number {
  return MONTHS.get(name.toLowerCase()) ?? 9;
}

function clock(hour: number, minute: number, half: string | undefined): string | undefined {
  const hours = half === undefined ? hour : (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  return hours > 23 ? undefined : `${twoDigits(hours)}:${twoDigits(minute)}`;
}

function touch(a: WrittenDate, b: WrittenDate): boolean {
  return a.offset < b.offset + b.words.length && b.offset < a.offset + a.words.length;
}
