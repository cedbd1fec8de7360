import type { Article } from './articles.ts';

/** Articles by year, month and day, each list oldest first, units in order. */
export interface Timeline {
  readonly years: ReadonlyMap<string, readonly Article[]>;
  readonly months: ReadonlyMap<string, readonly Article[]>;
  readonly days: ReadonlyMap<string, readonly Article[]>;
}

/** @param articles oldest first */
export function makeTimeline(articles: readonly Article[]): Timeline {
  const [years, months, days] = [new Map(), new Map(), new Map()] as Map<string, Article[]>[];
  for (const article of articles) {
    const { units } = article;
    for (const [map, keys] of [
      [years, units.years],
      [months, units.months],
      [days, units.days],
    ] as const) {
      for (const key of keys) {
        const list = map?.get(key);
        if (list) list.push(article);
        else map?.set(key, [article]);
      }
    }
  }
  return { years: inOrder(years), months: inOrder(months), days: inOrder(days) };
}

function inOrder(map: Map<string, Article[]> | undefined): Map<string, Article[]> {
  return new Map([...(map ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)));
}
