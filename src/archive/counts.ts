import type { OutletCount, YearCount } from '../model/article-view.ts';
import type { Archive } from './archive.ts';
import type { Article } from './articles.ts';
import { oncePer } from './once.ts';

/** Articles of a list counted by outlet, the outlets in order of their colours. */
export function countOutlets(articles: readonly Article[]): OutletCount[] {
  const counts = new Map<
    string,
    { outlet: Article['outlet']; certain: number; uncertain: number }
  >();
  for (const { outlet, dateUncertain } of articles) {
    const count = counts.get(outlet.id) ?? { outlet, certain: 0, uncertain: 0 };
    counts.set(outlet.id, count);
    if (dateUncertain) count.uncertain++;
    else count.certain++;
  }
  const rank = ({ outlet }: OutletCount) => outlet.colour || Number.POSITIVE_INFINITY;
  return [...counts.values()].sort(
    (a, b) => rank(a) - rank(b) || (a.outlet.id < b.outlet.id ? -1 : 1),
  );
}

/** Articles counted by year, from the first year to the last, years without any left out. */
export function countYears(articles: readonly Article[]): YearCount[] {
  const years = new Map<string, Article[]>();
  for (const article of articles) {
    for (const year of article.units.years) {
      const list = years.get(year);
      if (list) list.push(article);
      else years.set(year, [article]);
    }
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([year, list]) => ({ year, count: list.length, outlets: countOutlets(list) }));
}

/** All articles of the archive counted by year. */
export const yearsOf = oncePer(({ articles }: Archive) => countYears(articles));
