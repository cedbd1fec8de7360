import type { Kind } from '../../model/kinds.ts';
import { languageName } from '../../model/language-name.ts';
import type { Columns, Facet, FacetValue } from '../../model/search/files/columns.ts';
import { listAt } from './numbers.ts';
import type { IndexOrder } from './order.ts';
import type { Rows, Tables } from './rows.ts';

/** Articles in their order, by their rows. */
export interface OrderedRows {
  readonly rows: Rows;
  readonly order: Uint32Array;
  readonly tables: Tables;
  readonly language: (doc: number) => string;
}

const FACET_KINDS: Readonly<Record<Exclude<Facet, 'language'>, Kind>> = {
  outlet: 'outlets',
  source: 'sources',
  person: 'people',
  place: 'places',
  topic: 'topics',
};

/** The columns of an archive. @param lengths words in each article */
export function columnsOf(
  ordered: OrderedRows,
  names: IndexOrder['names'],
  lengths: Uint32Array,
): Columns {
  const { rows, order, language } = ordered;
  const docs = docsOfRefs(ordered);
  const kinds = Object.entries(FACET_KINDS).map(([facet, kind]) => {
    const known = new Map(names[kind].map(({ id, name }) => [id, name]));
    return [facet, valuesOf(docs, kind, known)];
  });
  const languages = new Map<string, number[]>();
  for (let doc = 0; doc < order.length; doc++) {
    const list = languages.get(language(doc));
    if (list) list.push(doc);
    else languages.set(language(doc), [doc]);
  }
  const facets = { ...Object.fromEntries(kinds), language: values(languages, languageName) };
  return {
    count: order.length,
    earliest: order.map((row) => rows.earliest[row] ?? 0),
    latest: order.map((row) => rows.latest[row] ?? 0),
    lengths,
    facets: facets as Columns['facets'],
  };
}

/** Articles of each record, by `kind/id`. */
function docsOfRefs({ rows, order, tables }: OrderedRows): Map<string, number[]> {
  const lists = tables.refs.texts.map((): number[] => []);
  for (let doc = 0; doc < order.length; doc++) {
    for (const ref of listAt(rows.refs, order[doc] ?? 0)) {
      const list = lists[ref];
      if (list?.at(-1) !== doc) list?.push(doc);
    }
  }
  return new Map(tables.refs.texts.map((ref, number) => [ref, lists[number] ?? []]));
}

function valuesOf(
  docs: ReadonlyMap<string, readonly number[]>,
  kind: Kind,
  names: ReadonlyMap<string, string>,
): FacetValue[] {
  const ofKind = [...docs].filter(([ref]) => ref.startsWith(`${kind}/`));
  return values(
    new Map(ofKind.map(([ref, list]) => [ref.slice(kind.length + 1), list])),
    (id) => names.get(id) ?? id,
  );
}

function values(
  docs: ReadonlyMap<string, readonly number[]>,
  name: (id: string) => string,
): FacetValue[] {
  return [...docs]
    .filter(([, list]) => list.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, list]) => ({ id, name: name(id), docs: Uint32Array.from(list) }));
}
