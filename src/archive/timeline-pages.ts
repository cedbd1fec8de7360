import { timelineAddress } from '../model/address.ts';
import { type Part, partsOf } from '../model/lists/parts.ts';
import type { Archive } from './archive.ts';
import type { Article } from './articles.ts';
import { fingerprint } from './fingerprint.ts';
import { PART_SIZE } from './record-pages.ts';

/** A year with more articles than this is shown by its months, a month by its days. */
const DENSE = 60;

/** A smaller unit within a year or month, with how much it holds. */
export interface UnitCount {
  readonly unit: string;
  readonly count: number;
}

/** A page of a year, month or day. */
export interface TimelinePage {
  readonly unit: string;
  readonly part: Part<Article>;
  readonly older: number;
  readonly address: string;
  /** Articles of the whole unit, oldest first. */
  readonly articles: readonly Article[];
  /** The months of a year or days of a month that hold articles. */
  readonly within: readonly UnitCount[];
  /** The days of a year that hold articles, `03-05`; none for what is smaller than a year. */
  readonly days: readonly UnitCount[];
  /** Whether the unit's list is left to its smaller units, and only what none of them holds is here. */
  readonly dense: boolean;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly shows: string;
}

/** Every page of the timeline below the timeline itself. */
export function timelinePages({ timeline }: Archive): TimelinePage[] {
  return [
    ...pagesOf(timeline.years, timeline.months, daysByYear(timeline.days)),
    ...pagesOf(timeline.months, timeline.days),
    ...pagesOf(timeline.days, new Map()),
  ];
}

type Units = ReadonlyMap<string, readonly Article[]>;

/** The days of each year, without the year. */
function daysByYear(days: Units): ReadonlyMap<string, readonly UnitCount[]> {
  const years = new Map<string, UnitCount[]>();
  for (const [day, { length: count }] of days) {
    const year = day.slice(0, 4);
    const list = years.get(year) ?? [];
    list.push({ unit: day.slice(5), count });
    years.set(year, list);
  }
  return years;
}

function pagesOf(
  units: Units,
  smaller: Units,
  daysOf: ReadonlyMap<string, readonly UnitCount[]> = new Map(),
): TimelinePage[] {
  const names = [...units.keys()];
  const withinOf = groupByUnit(smaller);
  return [...units].flatMap(([unit, articles], at) => {
    const within = withinOf.get(unit) ?? [];
    const dense = articles.length > DENSE && within.length > 0;
    const elsewhere = new Set(dense ? within.flatMap(({ unit: u }) => smaller.get(u) ?? []) : []);
    const parts = partsOf(
      articles.filter((article) => !elsewhere.has(article)),
      PART_SIZE,
    );
    return parts.map((part) => ({
      unit,
      days: part.number === undefined ? (daysOf.get(unit) ?? []) : [],
      part,
      older: parts.length - 1,
      address: timelineAddress(unit, part.number),
      articles,
      within,
      dense,
      before: names[at - 1],
      after: names[at + 1],
      shows: fingerprint(
        part.items.map(({ key }) => key).join(''),
        [articles.length, parts.length, within, dense, names[at - 1], names[at + 1]],
        part.number === undefined ? daysOf.get(unit) : undefined,
      ),
    }));
  });
}

/** The units of each larger unit: months by year, days by month. */
function groupByUnit(units: Units): Map<string, UnitCount[]> {
  const groups = new Map<string, UnitCount[]>();
  for (const [unit, articles] of units) {
    const larger = unit.slice(0, unit.lastIndexOf('-'));
    const group = groups.get(larger) ?? [];
    group.push({ unit, count: articles.length });
    groups.set(larger, group);
  }
  return groups;
}

/** A year on the timeline itself: its articles while the whole archive is small, else its months. */
export interface TimelineYear {
  readonly year: string;
  readonly items: readonly Article[] | undefined;
  readonly months: readonly UnitCount[];
}

/** The years of the timeline, oldest first. */
export function timelineYears({ timeline, articles }: Archive): TimelineYear[] {
  const months = groupByUnit(timeline.months);
  return [...timeline.years].map(([year, items]) => ({
    year,
    items: articles.length > DENSE ? undefined : items,
    months: months.get(year) ?? [],
  }));
}
