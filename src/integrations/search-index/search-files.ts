import { bounds } from '../../model/date/bounds.ts';
import type { EdtfDate } from '../../model/date/edtf.ts';
import { sortByDate } from '../../model/date/order.ts';
import { parseEdtf } from '../../model/date/parse.ts';
import { dateInWords } from '../../model/date/words.ts';
import { KIND_WORDS, KINDS, type Kind } from '../../model/kinds.ts';
import { isRightToLeft, languageName } from '../../model/language-name.ts';
import { pressmarkDate } from '../../model/pressmark.ts';
import { dayNumber } from '../../model/search/days.ts';
import type { Columns, Facet, FacetValue } from '../../model/search/files/columns.ts';
import type { StoredArticle } from '../../model/search/files/head.ts';
import type { NameRecord } from '../../model/search/names/records.ts';
import { fold } from '../../model/search/text/fold.ts';
import type { ArchiveRecord, ArticleEntry } from '../../record/types.ts';
import { indexWords } from './index-words.ts';
import type { SearchFiles } from './pack.ts';
import { stemsOf } from './stems.ts';
import { type ReadText, readTexts } from './texts.ts';
import { usedWords } from './used-words.ts';

interface Dated {
  readonly entry: ArticleEntry;
  readonly date: EdtfDate;
}

/** Makes everything that a search needs of the record. Articles are numbered by date, oldest first. */
export async function searchFiles(record: ArchiveRecord): Promise<SearchFiles> {
  const articles = inOrder(record);
  const language = (entry: ArticleEntry) => entry.data.language ?? record.settings.language;
  const { table, texts } = readTexts(record.articles);
  const textOf = ({ id }: ArticleEntry) => texts.get(id) as ReadText;
  const stemOf = await stemsOf(usedWords(record.articles, { table, language, textOf }));
  const records = nameRecords(record);
  const numbers = new Map(records.map(({ kind, id }, at) => [`${kind}/${id}`, at]));
  const words = indexWords(
    articles.map(({ entry }) => ({
      read: textOf(entry),
      passages: () => [entry.data.title, ...entry.body.blocks.map(({ text }) => text)],
      language: language(entry),
      records: KINDS.flatMap((kind) =>
        idsOf(entry, kind).flatMap((id) => numbers.get(`${kind}/${id}`) ?? []),
      ),
    })),
    table,
    records,
    stemOf,
  );
  const languages = [...new Set(articles.map(({ entry }) => language(entry)))].sort();
  const outlets = outletsOf(record);
  const sources = new Map(record.authorities.sources.map(({ id, data }) => [id, data.name]));
  return {
    articles: articles.map(({ entry, date }) =>
      stored(entry, date, { language: language(entry), outlets, sources }),
    ),
    sizes: articles.map(({ entry }) => textOf(entry).size),
    digests: articles.map(({ entry }) => textOf(entry).digest),
    columns: {
      count: articles.length,
      earliest: Uint32Array.from(articles, ({ date }) => dayNumber(bounds(date).earliest)),
      latest: Uint32Array.from(articles, ({ date }) => dayNumber(bounds(date).latest)),
      lengths: words.lengths,
      facets: facetsOf(articles, record, language),
    },
    names: { records },
    words,
    languages,
  };
}

function inOrder({ articles }: ArchiveRecord): Dated[] {
  const dated = articles.map((entry) => {
    const parsed = parseEdtf(entry.data.date);
    if (!parsed.ok) throw new Error(parsed.what);
    return { id: entry.id, entry, date: parsed.date };
  });
  return sortByDate(dated, ({ date }) => date);
}

function idsOf({ data }: ArticleEntry, kind: Kind): readonly string[] {
  const value = data[KIND_WORDS[kind].field];
  return typeof value === 'string' ? [value] : value;
}

function nameRecords({ authorities }: ArchiveRecord): NameRecord[] {
  const bearers = new Map<string, string[]>();
  const all = KINDS.flatMap((kind) => authorities[kind]);
  for (const { kind, id, data } of all) {
    const name = fold(data.name);
    bearers.set(name, [...(bearers.get(name) ?? []), `${kind}/${id}`]);
  }
  return all.map(({ kind, id, data }) => {
    const twins = (bearers.get(fold(data.name)) ?? []).filter(
      (twin) => !twin.startsWith(`${kind}/`),
    );
    return {
      kind,
      id,
      name: data.name,
      ...(data.description !== undefined && { description: data.description }),
      spellings: [data.name, ...data.variants.map(({ spelling }) => spelling)],
      ...(twins.length > 0 && { twins }),
    };
  });
}

type Outlets = ReadonlyMap<string, StoredArticle['outlet']>;

/** How many outlets have a colour of their own; as on the pages. */
const COLOURS = 6;

function outletsOf({ articles, authorities }: ArchiveRecord): Outlets {
  const counts = new Map<string, number>();
  for (const { data } of articles) counts.set(data.outlet, (counts.get(data.outlet) ?? 0) + 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([id]) => id);
  return new Map(
    authorities.outlets.map(({ id, data }) => {
      const rank = ranked.indexOf(id) + 1;
      const code = 'code' in data ? data.code : '';
      return [id, { name: data.name, code, colour: rank <= COLOURS ? rank : 0 }];
    }),
  );
}

interface StoredWith {
  readonly language: string;
  readonly outlets: Outlets;
  readonly sources: ReadonlyMap<string, string>;
}

function stored(
  entry: ArticleEntry,
  date: EdtfDate,
  { language, outlets, sources: names }: StoredWith,
): StoredArticle {
  const { id, data } = entry;
  const outlet = outlets.get(data.outlet) ?? { name: data.outlet, code: '', colour: 0 };
  const supplied = data.supplied.date !== undefined;
  const sources = data.source
    .map((source) => names.get(source) ?? source)
    .filter((name) => name !== outlet.name);
  return {
    id,
    title: data.title,
    language,
    ...(isRightToLeft(language) && { rtl: true as const }),
    date: dateInWords(date),
    ...(supplied && { dateSupplied: true as const }),
    mark: {
      ...pressmarkDate(date),
      ...((supplied || /[~?%X/]/.test(date.text)) && { about: true as const }),
    },
    outlet,
    ...(data.supplied.outlet !== undefined && { outletSupplied: true as const }),
    sources,
    // Unpacked at each call.
    get text() {
      return entry.body.blocks.map(({ text }) => text);
    },
  };
}

const FACET_KINDS: Readonly<Record<Exclude<Facet, 'language'>, Kind>> = {
  outlet: 'outlets',
  source: 'sources',
  person: 'people',
  place: 'places',
  topic: 'topics',
};

function facetsOf(
  articles: readonly Dated[],
  { authorities }: ArchiveRecord,
  language: (entry: ArticleEntry) => string,
): Columns['facets'] {
  const kinds = Object.entries(FACET_KINDS).map(([facet, kind]) => {
    const names = new Map(authorities[kind].map(({ id, data }) => [id, data.name]));
    return [
      facet,
      valuesOf(
        articles,
        (entry) => idsOf(entry, kind),
        (id) => names.get(id) ?? id,
      ),
    ];
  });
  const languages = valuesOf(articles, (entry) => [language(entry)], languageName);
  return { ...Object.fromEntries(kinds), language: languages } as Columns['facets'];
}

function valuesOf(
  articles: readonly Dated[],
  pick: (entry: ArticleEntry) => readonly string[],
  name: (id: string) => string,
): FacetValue[] {
  const docs = new Map<string, number[]>();
  for (const [doc, { entry }] of articles.entries()) {
    for (const id of new Set(pick(entry))) {
      const list = docs.get(id);
      if (list) list.push(doc);
      else docs.set(id, [doc]);
    }
  }
  return [...docs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, list]) => ({ id, name: name(id), docs: Uint32Array.from(list) }));
}
