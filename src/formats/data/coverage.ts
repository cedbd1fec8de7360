import { unitsOf } from '../../model/date/units.ts';
import type { Settings } from '../../model/schema/settings.ts';
import { rightsStatement } from '../reference/citation-record.ts';
import type { ExportedArticle } from '../reference/holdings.ts';
import { csvCell } from './csv.ts';

/** The first row of the table of coverage. */
const HEADER = 'outlet_id,outlet,period,articles,rights\r\n';

/**
 * How many articles of each outlet fall in each year and each month, as a table: periods in order, then
 * outlets by id. An article whose date spans several periods counts in each, one known to its year alone
 * in no month.
 */
export function coverageCsv(articles: readonly ExportedArticle[], settings: Settings): string {
  const rights = rightsStatement(undefined, settings);
  const counts = new Map<string, { outlet: string; id: string; period: string; count: number }>();
  for (const { data, outlet, date } of articles) {
    const { years, months } = unitsOf(date);
    for (const period of [...years, ...months]) {
      const key = `${period} ${data.outlet}`;
      const line = counts.get(key);
      if (line) line.count++;
      else counts.set(key, { outlet, id: data.outlet, period, count: 1 });
    }
  }
  const lines = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${HEADER}${lines
    .map(
      ([, { id, outlet, period, count }]) =>
        `${[id, outlet, period, String(count), rights].map(csvCell).join(',')}\r\n`,
    )
    .join('')}`;
}
