import { ByteReader, ByteWriter } from './bytes.ts';

/** What articles can be narrowed by, besides their dates. */
export const FACETS = ['outlet', 'source', 'person', 'place', 'topic', 'language'] as const;

export type Facet = (typeof FACETS)[number];

/** A choice of a facet: a record, or a language. */
export interface FacetValue {
  readonly id: string;
  readonly name: string;
  /** Numbers of the articles that have it, ascending. */
  readonly docs: Uint32Array;
}

/**
 * What is known of every article without opening it, a column each. Articles are numbered by date,
 * oldest first, so that sorting by date needs no column.
 */
export interface Columns {
  readonly count: number;
  /** Earliest and latest possible day, as days since 0001-01-01. */
  readonly earliest: Uint32Array;
  readonly latest: Uint32Array;
  /** Words in each article. */
  readonly lengths: Uint32Array;
  readonly facets: Readonly<Record<Facet, readonly FacetValue[]>>;
}

export function writeColumns({ count, earliest, latest, lengths, facets }: Columns): Uint8Array {
  const out = new ByteWriter();
  out.ascending(earliest);
  for (let at = 0; at < count; at++) out.number((latest[at] ?? 0) - (earliest[at] ?? 0));
  for (const length of lengths) out.number(length);
  for (const facet of FACETS) {
    out.number(facets[facet].length);
    for (const { id, name, docs } of facets[facet]) out.text(id).text(name).ascending(docs);
  }
  return out.finish();
}

export function readColumns(bytes: Uint8Array): Columns {
  const reader = new ByteReader(bytes);
  const earliest = reader.ascending();
  const latest = earliest.map((day) => day + reader.number());
  const lengths = earliest.map(() => reader.number());
  const facets = Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      Array.from({ length: reader.number() }, () => ({
        id: reader.text(),
        name: reader.text(),
        docs: reader.ascending(),
      })),
    ]),
  ) as unknown as Record<Facet, FacetValue[]>;
  return { count: earliest.length, earliest, latest, lengths, facets };
}
