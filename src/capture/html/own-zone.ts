import type { DateFound } from '../reading.ts';

/**
 * Puts the day first on which an article appeared where it appeared: systems write the moment in
 * universal time, and in the evening of America that is the next day. It is done only where the page
 * gives the same moment in its own zone too.
 */
export function inOwnZone(dates: readonly DateFound[]): DateFound[] {
  const [best] = dates;
  const moment = best && momentOf(best);
  if (best === undefined || moment?.zone !== 0) return [...dates];
  const own = dates.find((date) => {
    if (date.date === best.date) return false;
    const other = momentOf(date);
    if (other === undefined) return false;
    const apart = other.local - moment.local;
    if (other.zone !== undefined) return other.zone !== 0 && apart === other.zone;
    return apart % QUARTER === 0 && apart >= -12 * 60 && apart <= 14 * 60;
  });
  return own === undefined ? [...dates] : [own, ...dates.filter((date) => date !== own)];
}

/** Zones lie quarters of an hour apart; in minutes. */
const QUARTER = 15;

/** Clock time as minutes since 1970, and the zone's distance from universal time in minutes where it is stated. */
function momentOf({ stamp, words }: DateFound): { local: number; zone?: number } | undefined {
  if (!stamp.includes('T')) return undefined;
  const local = Date.parse(`${stamp}Z`) / 60_000;
  if (Number.isNaN(local)) return undefined;
  const [, sign, hours, minutes] =
    /\d{2}(?::?\d{2})?(?:\.\d+)?\s?([+-])(\d\d):?(\d\d)\s*$/.exec(words) ?? [];
  if (sign !== undefined) {
    return { local, zone: (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) };
  }
  return /\dZ$|\b(?:GMT|UTC)$/.test(words) ? { local, zone: 0 } : { local };
}
