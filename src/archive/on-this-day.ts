import { daysAddress, timelineAddress } from '../model/address.ts';
import { dayOfYearInWords } from '../model/date/words.ts';
import { countWords } from '../model/lists/count-words.ts';
import type { Archive } from './archive.ts';
import type { PossiblePage } from './changed-pages.ts';
import { type Section, sectionOf } from './sections.ts';

/** How many articles appeared on a day of the year, `03-05`, in all years together. */
export interface DayCount {
  readonly unit: string;
  readonly count: number;
}

/** The days of the year on which something appeared, in their order. */
export function daysOfYear({ timeline }: Archive): DayCount[] {
  const counts = new Map<string, number>();
  for (const [day, articles] of timeline.days) {
    const unit = day.slice(5);
    counts.set(unit, (counts.get(unit) ?? 0) + articles.length);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([unit, count]) => ({ unit, count }));
}

/** A page of a month in all years. */
export interface MonthPage extends PossiblePage {
  readonly month: string;
}

/** The months in which something appeared, whatever the year. */
export function monthPages({ timeline }: Archive): MonthPage[] {
  const shown = new Map<string, string>();
  for (const [day, articles] of timeline.days) {
    const month = day.slice(5, 7);
    const keys = articles.map(({ key }) => key).join('');
    shown.set(month, `${shown.get(month) ?? ''}\n${day} ${keys}`);
  }
  return [...shown]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, shows]) => ({ month, address: daysAddress(month), shows }));
}

/** The days of a month, `03`, with what appeared on each, whatever the year. */
export function daySections({ timeline }: Archive, month: string): Section[] {
  const days = new Map<string, string[]>();
  for (const day of timeline.days.keys()) {
    if (day.slice(5, 7) !== month) continue;
    const unit = day.slice(5);
    const list = days.get(unit);
    if (list) list.push(day);
    else days.set(unit, [day]);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([unit, list]) => {
      const articles = list.flatMap((day) => timeline.days.get(day) ?? []);
      const ways = list.map((day) => ({
        words: `${day.slice(0, 4)} (${countWords(timeline.days.get(day)?.length ?? 0, 'article')})`,
        address: timelineAddress(day),
      }));
      return sectionOf({ id: `d${unit}`, heading: dayOfYearInWords(unit), ways }, articles);
    });
}
