import type { Settings } from '../../model/schema/settings.ts';
import { surveyOf } from '../files/survey.ts';
import { rightsStatement } from '../reference/citation-record.ts';
import type { ExportedArticle } from '../reference/holdings.ts';
import { csvCell } from './csv.ts';

const MONTH = '2019-03'.length;

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
  for (const [period, numbers] of surveyOf(articles).units) {
    if (period.length > MONTH) continue;
    for (const number of numbers) {
      const { data, outlet = '' } = articles[number] ?? {};
      const id = data?.outlet ?? '';
      const key = `${period} ${id}`;
      const line = counts.get(key);
      if (line) line.count++;
      else counts.set(key, { outlet, id, period, count: 1 });
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
