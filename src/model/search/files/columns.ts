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
  /** Words in each article, within a twentieth: ranking needs no more, and it halves their bytes. */
  readonly lengths: Uint32Array;
  readonly facets: Readonly<Record<Facet, readonly FacetValue[]>>;
}

export function writeColumns({ count, earliest, latest, lengths, facets }: Columns): Uint8Array {
  const out = new ByteWriter();
  out.ascending(earliest);
  for (let at = 0; at < count; at++) out.number((latest[at] ?? 0) - (earliest[at] ?? 0));
  for (const length of lengths) out.number(lengthStep(length));
  for (const facet of FACETS) writeFacet(out, facets[facet], count);
  return out.finish();
}

/** Ratio of one step of length to the next; Lucene keeps lengths in steps like these, in a byte each. */
const STEP = Math.log(1.1);

function lengthStep(length: number): number {
  return length === 0 ? 0 : 1 + Math.round(Math.log(length) / STEP);
}

function lengthOf(step: number): number {
  return step === 0 ? 0 : Math.round(Math.exp((step - 1) * STEP));
}

/** Values, the most frequent first, then those of each article: packed, a quarter less than lists of articles. */
function writeFacet(out: ByteWriter, values: readonly FacetValue[], count: number): void {
  const ranked = [...values].sort(
    (a, b) => b.docs.length - a.docs.length || (a.id < b.id ? -1 : 1),
  );
  out.number(ranked.length);
  const held = Array.from({ length: count }, (): number[] => []);
  for (const [rank, { id, name, docs }] of ranked.entries()) {
    out.text(id).text(name);
    for (const doc of docs) held[doc]?.push(rank);
  }
  for (const ranks of held) out.number(ranks.length);
  for (const ranks of held) for (const rank of ranks) out.number(rank);
}

function readFacet(reader: ByteReader, count: number): FacetValue[] {
  const values = Array.from({ length: reader.number() }, () => ({
    id: reader.text(),
    name: reader.text(),
    docs: [] as number[],
  }));
  const sizes = Uint32Array.from({ length: count }, () => reader.number());
  for (const [doc, size] of sizes.entries()) {
    for (let at = 0; at < size; at++) values[reader.number()]?.docs.push(doc);
  }
  return values
    .map((value) => ({ ...value, docs: Uint32Array.from(value.docs) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The file of columns says to which index it belongs: it is asked for at the same time as the head, before anybody knows
 * the version.
 */
export function withVersion(version: string, columns: Uint8Array): Uint8Array {
  return new ByteWriter().text(version).bytes(columns).finish();
}

/** @returns the columns, or nothing when the file belongs to another index */
export function columnsOfVersion(file: Uint8Array, version: string): Uint8Array | undefined {
  const reader = new ByteReader(file);
  return reader.text() === version ? reader.bytes() : undefined;
}

export function readColumns(bytes: Uint8Array): Columns {
  const reader = new ByteReader(bytes);
  const earliest = reader.ascending();
  const latest = earliest.map((day) => day + reader.number());
  const lengths = earliest.map(() => lengthOf(reader.number()));
  const facets = Object.fromEntries(
    FACETS.map((facet) => [facet, readFacet(reader, earliest.length)]),
  ) as unknown as Record<Facet, FacetValue[]>;
  return { count: earliest.length, earliest, latest, lengths, facets };
}
