/** A day of the Gregorian calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A way of writing days by another count of years, and what a match of it says. */
export interface CalendarForm {
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => Day | undefined;
}

/** The digits of every script as those of ASCII; letters stay where they stand. */
export function plainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    if (digit.length > 1) return digit;
    const code = digit.charCodeAt(0);
    // The ten digits of a script stand in a row (Unicode 16, 4.6), and no two rows touch in this plane.
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero--;
    return String(code - zero);
  });
}

const HAN = '〇一二三四五六七八九';

/** 二〇一九 and 十二 and 二十一 as numbers; digits as they are. */
function hanNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '元') return 1;
  const digit = (sign: string) => HAN.indexOf(sign === '零' ? '〇' : sign);
  const [before, after] = text.split('十');
  if (after === undefined) return Number([...text].map(digit).join(''));
  return (before ? digit(before) : 1) * 10 + (after ? digit(after) : 0);
}

/** Years before the first of each count. */
const ERAS = { 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018, 民國: 1911, 民国: 1911 };

const HAN_DAY = `(?<month>\\d{1,2}|[${HAN}十]{1,3})\\s?月\\s?(?<day>\\d{1,2}|[${HAN}十]{1,3})\\s?日`;

const PERSIAN = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ');

const persianParts = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** The day of the calendar of Iran; the platform knows in which years it has a leap day. */
function persianDay(year: number, month: number, day: number): Day | undefined {
  const before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const near = Date.UTC(year + 621, 2, 21) + (before + day - 1) * 86_400_000;
  for (const apart of [0, -1, 1]) {
    const date = new Date(near + apart * 86_400_000);
    const parts = persianParts.formatToParts(date);
    const part = (wanted: string) => Number(parts.find(({ type }) => type === wanted)?.value);
    if (part('year') === year && part('month') === month && part('day') === day) {
      return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    }
  }
  return undefined;
}

/** Chinese numerals, the eras of Japan, the years of the Republic of China, the calendar of Iran. */
export const OTHER_CALENDARS: readonly CalendarForm[] = [
  {
    pattern: new RegExp(
      `(?<year>[12][${HAN}零\\d]{3}|[一二][${HAN}零]{3})\\s?年\\s?${HAN_DAY}`,
      'gu',
    ),
    read: ({ year = '', month = '', day = '' }) => ({
      year: hanNumber(year),
      month: hanNumber(month),
      day: hanNumber(day),
    }),
  },
  {
    pattern: new RegExp(
      `(?<era>${Object.keys(ERAS).join('|')})\\s?(?<year>\\d{1,3}|元|[${HAN}十]{1,3})\\s?年\\s?${HAN_DAY}`,
      'gu',
    ),
    read: ({ era = '', year = '', month = '', day = '' }) => ({
      year: (ERAS[era as keyof typeof ERAS] ?? 0) + hanNumber(year),
      month: hanNumber(month),
      day: hanNumber(day),
    }),
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?<day>[0-3]?\\d)\\s+(?<month>${PERSIAN.join('|')})(?:\\s?ماه)?,?\\s+(?<year>1[34]\\d\\d)(?!\\d)`,
      'gu',
    ),
    read: ({ year, month = '', day }) =>
      persianDay(Number(year), PERSIAN.indexOf(month) + 1, Number(day)),
  },
  {
    pattern: /(?<!\d)(?<year>1[34]\d\d)\/(?<month>[01]?\d)\/(?<day>[0-3]?\d)(?![\d/])/gu,
    read: ({ year, month, day }) => persianDay(Number(year), Number(month), Number(day)),
  },
];
