import type { Kind } from '../../model/kinds.ts';
import { languageName } from '../../model/language-name.ts';
import type { Columns, Facet, FacetValue } from '../../model/search/files/columns.ts';
import type { ArchiveRecord } from '../../record/types.ts';
import { listAt } from './numbers.ts';
import type { Rows } from './rows.ts';

const FACET_KINDS: Readonly<Record<Exclude<Facet, 'language'>, Kind>> = {
  outlet: 'outlets',
  source: 'sources',
  person: 'people',
  place: 'places',
  topic: 'topics',
};

/** The columns of an archive. @param lengths words in each article */
export function columnsOf(
  rows: Rows,
  authorities: ArchiveRecord['authorities'],
  lengths: Uint32Array,
): Columns {
  const docs = docsOfRefs(rows);
  const kinds = Object.entries(FACET_KINDS).map(([facet, kind]) => {
    const known = new Map(authorities[kind].map(({ id, data }) => [id, data.name]));
    return [facet, valuesOf(docs, kind, known)];
  });
  const languages = new Map<string, number[]>();
  for (const [doc, language] of rows.languages.entries()) {
    const list = languages.get(language);
    if (list) list.push(doc);
    else languages.set(language, [doc]);
  }
  const facets = { ...Object.fromEntries(kinds), language: values(languages, languageName) };
  return {
    count: rows.entries.length,
    earliest: rows.earliest,
    latest: rows.latest,
    lengths,
    facets: facets as Columns['facets'],
  };
}

/** Articles of each record, by `kind/id`. */
function docsOfRefs({ entries, refs, recordRefs }: Rows): Map<string, number[]> {
  const lists = recordRefs.map((): number[] => []);
  for (let doc = 0; doc < entries.length; doc++) {
    for (const ref of listAt(refs, doc)) {
      const list = lists[ref];
      if (list?.at(-1) !== doc) list?.push(doc);
    }
  }
  return new Map(recordRefs.map((ref, number) => [ref, lists[number] ?? []]));
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
