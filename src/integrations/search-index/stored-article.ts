import { parseEdtf } from '../../model/date/parse.ts';
import { dateInWords } from '../../model/date/words.ts';
import { isRightToLeft } from '../../model/language-name.ts';
import { pressmarkDate } from '../../model/pressmark.ts';
import type { StoredArticle } from '../../model/search/files/head.ts';
import type { ArchiveRecord, ArticleEntry } from '../../record/types.ts';
import type { KeyWords } from './key-words.ts';
import { type Rows, refsOf } from './rows.ts';

/** How many outlets have a colour of their own; as on the pages. */
const COLOURS = 6;

/** What results show of outlets and sources, by `kind/id`. */
export type Credits = ReadonlyMap<string, StoredArticle['outlet']>;

/** How outlets and sources are shown; outlets with most articles have colours. */
export function creditsOf(
  { refs, recordRefs }: Rows,
  { outlets, sources }: ArchiveRecord['authorities'],
): Credits {
  const counts = new Map<string, number>();
  for (const ref of refs.all) {
    const text = recordRefs[ref] ?? '';
    if (text.startsWith('outlets/')) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([id]) => id);
  return new Map([
    ...sources.map(
      ({ id, data: { name } }) => [`sources/${id}`, { name, code: '', colour: 0 }] as const,
    ),
    ...outlets.map(({ id, data }) => {
      const [name, code] = [data.name, 'code' in data ? data.code : ''];
      const rank = ranked.indexOf(`outlets/${id}`) + 1;
      return [`outlets/${id}`, { name, code, colour: rank <= COLOURS ? rank : 0 }] as const;
    }),
  ]);
}

/** An article as a result shows it. */
export function storedArticle(
  entry: ArticleEntry,
  { language, credits, keys }: { language: string; credits: Credits; keys: KeyWords },
): StoredArticle {
  const { title, supplied, ...data } = entry.data;
  const parsed = parseEdtf(data.date);
  if (!parsed.ok) throw new Error(parsed.what);
  const { date } = parsed;
  const shown = (kind: string) =>
    refsOf(entry)
      .filter((ref) => ref.startsWith(kind))
      .map((ref) => credits.get(ref) ?? { name: ref.slice(kind.length), code: '', colour: 0 });
  const [outlet = { name: '', code: '', colour: 0 }] = shown('outlets/');
  return {
    id: entry.id,
    title,
    language,
    ...(isRightToLeft(language) && { rtl: true as const }),
    date: dateInWords(date),
    ...(supplied.date !== undefined && { dateSupplied: true as const }),
    mark: {
      ...pressmarkDate(date),
      ...((supplied.date !== undefined || /[~?%X/]/.test(date.text)) && { about: true as const }),
    },
    outlet,
    ...(supplied.outlet !== undefined && { outletSupplied: true as const }),
    sources: shown('sources/')
      .map(({ name }) => name)
      .filter((name) => name !== outlet.name),
    text: entry.body.blocks.map(({ text }) => text),
    keys,
  };
}
