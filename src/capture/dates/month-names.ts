const LOCALES =
  'en de fr es it pt nl pl cs sk ru uk be lt lv et sv da nb fi hu ro bg tr hr sr sr-Latn sl mk el ca eu gl is ga cy sq id ms vi he ar ar-SY ar-MA fa-u-ca-gregory ur hi bn ka hy az kk ky uz mn th'.split(
    ' ',
  );

/** As long as a name must be: of Latin letters three, because "de" and "is" are words. */
const NAME = /^(?:\p{Script=Latin}[\p{L}\p{M}]{2,}|(?!\p{Script=Latin})\p{L}[\p{L}\p{M}.]+)$/u;

/** Names of months, as they stand alone and with a day, long and short. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  LOCALES.flatMap(namesIn)
    // Arabic is mostly typed without the small sign on its first letter.
    .flatMap(([name, number]): [string, number][] => [
      [name, number],
      [name.replace(/[أإآ]/g, 'ا'), number],
    ])
    .filter(([name]) => NAME.test(name)),
);

function namesIn(locale: string): [string, number][] {
  const ways = (['long', 'short'] as const).flatMap((month) => [
    { month },
    { month, day: 'numeric' } as const,
  ]);
  return ways.flatMap((way) => {
    const format = new Intl.DateTimeFormat(locale, { ...way, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, index): [string, number] => {
      const parts = format.formatToParts(Date.UTC(2019, index, 5));
      const name = parts.find(({ type }) => type === 'month')?.value ?? '';
      return [name.toLowerCase().replace(/\.$/, ''), index + 1];
    });
  });
}

/** The number of a month, 1 to 12, by its name in any of these languages; NaN for another word. */
export function monthNamed(name: string): number {
  const plain = name.toLowerCase().replace(/\.$/, '');
  return plain === 'sept' ? 9 : (MONTHS.get(plain) ?? Number.NaN);
}
