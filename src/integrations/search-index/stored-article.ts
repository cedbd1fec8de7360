import { parseEdtf } from '../../model/date/parse.ts';
import { dateInWords } from '../../model/date/words.ts';
import { isRightToLeft } from '../../model/language-name.ts';
import { pressmarkDate } from '../../model/pressmark.ts';
import type { StoredArticle } from '../../model/search/files/head.ts';
import type { GivenArticle } from './given.ts';
import type { OrderedRows } from './index-columns.ts';
import type { KeyWords } from './key-words.ts';
import { listAt } from './numbers.ts';
import type { IndexOrder } from './order.ts';

/** How many outlets have a colour of their own; as on the pages. */
const COLOURS = 6;

/** What results show of outlets and sources, by `kind/id`. */
export type Credits = ReadonlyMap<string, StoredArticle['outlet']>;

/** How outlets and sources are shown; outlets with most articles have colours. */
export function creditsOf(
  { rows, order, tables }: OrderedRows,
  { outlets, sources }: IndexOrder['names'],
): Credits {
  const counts = new Map<string, number>();
  for (const row of order) {
    for (const ref of listAt(rows.refs, row)) {
      const text = tables.refs.texts[ref] ?? '';
      if (text.startsWith('outlets/')) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([id]) => id);
  return new Map([
    ...sources.map(({ id, name }) => [`sources/${id}`, { name, code: '', colour: 0 }] as const),
    ...outlets.map(({ id, name, code = '' }) => {
      const rank = ranked.indexOf(`outlets/${id}`) + 1;
      return [`outlets/${id}`, { name, code, colour: rank <= COLOURS ? rank : 0 }] as const;
    }),
  ]);
}

/** An article as a result shows it. */
export function storedArticle(
  id: string,
  { title, date: written, supplied, refs, passages }: GivenArticle,
  { language, credits, keys }: { language: string; credits: Credits; keys: KeyWords },
): StoredArticle {
  const parsed = parseEdtf(written);
  if (!parsed.ok) throw new Error(parsed.what);
  const { date } = parsed;
  const shown = (kind: string) =>
    refs
      .filter((ref) => ref.startsWith(kind))
      .map((ref) => credits.get(ref) ?? { name: ref.slice(kind.length), code: '', colour: 0 });
  const [outlet = { name: '', code: '', colour: 0 }] = shown('outlets/');
  return {
    id,
    title,
    language,
    ...(isRightToLeft(language) && { rtl: true as const }),
    date: dateInWords(date),
    ...(supplied.date && { dateSupplied: true as const }),
    mark: {
      ...pressmarkDate(date),
      ...((supplied.date || /[~?%X/]/.test(date.text)) && { about: true as const }),
    },
    outlet,
    ...(supplied.outlet && { outletSupplied: true as const }),
    sources: shown('sources/')
      .map(({ name }) => name)
      .filter((name) => name !== outlet.name),
    text: passages,
    keys,
  };
}
