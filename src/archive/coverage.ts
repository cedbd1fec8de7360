import { coverageAddress, searchAddress } from '../model/address.ts';
import type { OutletLink } from '../model/article-view.ts';
import { gapsOf, type Period, periodAt, periodsOf } from '../model/charts/periods.ts';
import type { Archive } from './archive.ts';
import type { Article } from './articles.ts';
import type { PossiblePage } from './changed-pages.ts';
import { fingerprint } from './fingerprint.ts';
import { oncePer } from './once.ts';
import { inTheSearch, type Section, sectionOf } from './sections.ts';

/** An outlet's row: how many articles fall in each period. */
export interface CoverageRow {
  readonly outlet: OutletLink;
  readonly counts: readonly number[];
  /** Those that no period has, because their date is vaguer than it. */
  readonly vaguer: number;
  readonly total: number;
}

/** Which outlet covers what. */
export interface Coverage {
  readonly periods: readonly Period[];
  /** The outlet with the most articles first. */
  readonly rows: readonly CoverageRow[];
  /** Articles of all outlets; one whose date spans several periods counts in each. */
  readonly totals: readonly number[];
}

/** Counts articles by outlet and period. */
export const coverageOf = oncePer(({ articles, timeline }: Archive): Coverage => {
  const years = [...timeline.years.keys()].map(Number);
  const periods = years.length === 0 ? [] : periodsOf(Math.min(...years), Math.max(...years));
  const byOutlet = new Map<string, Article[]>();
  for (const article of articles) {
    const list = byOutlet.get(article.outlet.id);
    if (list) list.push(article);
    else byOutlet.set(article.outlet.id, [article]);
  }
  const rows = [...byOutlet.values()]
    .map((list) => rowOf(list, periods))
    .sort((a, b) => b.total - a.total || (a.outlet.id < b.outlet.id ? -1 : 1));
  const totals = periods.map((_, at) => rows.reduce((sum, row) => sum + (row.counts[at] ?? 0), 0));
  return { periods, rows, totals };
});

function rowOf(articles: readonly Article[], periods: readonly Period[]): CoverageRow {
  const counts = periods.map(() => 0);
  let vaguer = 0;
  for (const article of articles) {
    const at = placesOf(article, periods);
    if (at.length === 0) vaguer++;
    for (const index of at) counts[index] = (counts[index] ?? 0) + 1;
  }
  return { outlet: (articles[0] as Article).outlet, counts, vaguer, total: articles.length };
}

/** The periods that an article's date names, each once. */
function placesOf({ units: { years, months } }: Article, periods: readonly Period[]): number[] {
  const units = periods[0]?.from.includes('-') ? months : years;
  if (units.length === 1) {
    const at = periodAt(periods, units[0] ?? '');
    return at < 0 ? [] : [at];
  }
  return [...new Set(units.map((unit) => periodAt(periods, unit)))].filter((at) => at >= 0);
}

/** A page of an outlet's row. */
export interface CoveragePage extends PossiblePage {
  readonly row: CoverageRow;
  readonly periods: readonly Period[];
}

/** The page of each outlet, which shows its articles period by period. */
export function coveragePages(archive: Archive): CoveragePage[] {
  const { periods, rows } = coverageOf(archive);
  return rows.map((row) => ({
    row,
    periods,
    address: coverageAddress(row.outlet.id),
    shows: `${fingerprint(periods, row.outlet.name)} ${archive.listKey(row.outlet)}`,
  }));
}

/** The articles of an outlet behind each cell of its row. */
export function coverageSections(
  { articlesOf }: Pick<Archive, 'articlesOf'>,
  { outlet }: CoverageRow,
  periods: readonly Period[],
): Section[] {
  const lists = periods.map((): Article[] => []);
  for (const article of articlesOf(outlet)) {
    for (const at of placesOf(article, periods)) lists[at]?.push(article);
  }
  return periods.flatMap(({ label, from, to }, at) => {
    const list = lists[at] ?? [];
    const search = searchAddress({ outlet: outlet.id, from, to });
    return list.length > 0
      ? [sectionOf({ id: `t${from}`, heading: label, ways: inTheSearch(search) }, list)]
      : [];
  });
}

/** The stretches for which an outlet, or the archive, has nothing between its first and its last. */
export function missingOf(periods: readonly Period[], counts: readonly number[]) {
  return gapsOf(periods, counts);
}
