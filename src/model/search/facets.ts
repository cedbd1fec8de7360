import { type Columns, FACETS, type Facet } from './files/columns.ts';

/** What results are narrowed to: inside a facet any of the chosen, between facets all. */
export interface Narrowing {
  readonly chosen: Readonly<Partial<Record<Facet, readonly string[]>>>;
  readonly excluded: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Day numbers, both included. */
  readonly from?: number;
  readonly to?: number;
}

/** How many articles each choice would give, with all that is narrowed in other facets. */
export interface FacetCounts {
  readonly counts: Readonly<Record<Facet, Uint32Array>>;
  /** Articles that pass all but the days, for the histogram. */
  readonly dated: Uint32Array;
  readonly passed: Uint32Array;
}

const DAYS = FACETS.length;

/**
 * Narrows results and counts every choice, each facet with all the others applied and itself not, so
 * that a second choice in a facet shows what it would add.
 */
export function narrow(columns: Columns, docs: Uint32Array, by: Narrowing): FacetCounts {
  const failed = failures(columns, by);
  const passed: number[] = [];
  const dated: number[] = [];
  const inSet = new Int8Array(columns.count).fill(-2);
  for (const doc of docs) {
    const bits = failed[doc] ?? 0;
    if (bits === 0) passed.push(doc);
    if (bits === 0 || bits === 1 << DAYS) dated.push(doc);
    // -1: counts everywhere; a number: only in the facet that it fails; -2: nowhere.
    inSet[doc] = bits === 0 ? -1 : (bits & (bits - 1)) === 0 ? 31 - Math.clz32(bits) : -2;
  }
  const counts = Object.fromEntries(
    FACETS.map((facet, number) => [
      facet,
      Uint32Array.from(columns.facets[facet], (value) => {
        let count = 0;
        for (const doc of value.docs) {
          const where = inSet[doc];
          if (where === -1 || where === number) count++;
        }
        return count;
      }),
    ]),
  ) as Record<Facet, Uint32Array>;
  return { counts, dated: Uint32Array.from(dated), passed: Uint32Array.from(passed) };
}

/** Articles that pass, in the order given. */
export function passing(columns: Columns, docs: Uint32Array, by: Narrowing): Uint32Array {
  const failed = failures(columns, by);
  return docs.filter((doc) => failed[doc] === 0);
}

/** For each article a bit for each facet that it does not pass, and one for the days. */
function failures(columns: Columns, { chosen, excluded, from, to }: Narrowing): Uint16Array {
  const failed = new Uint16Array(columns.count);
  for (const [number, facet] of FACETS.entries()) {
    const wanted = chosen[facet] ?? [];
    const unwanted = excluded[facet] ?? [];
    if (wanted.length > 0) {
      const has = new Uint8Array(columns.count);
      for (const { id, docs } of columns.facets[facet]) {
        if (wanted.includes(id)) for (const doc of docs) has[doc] = 1;
      }
      for (let doc = 0; doc < columns.count; doc++) {
        if (has[doc] === 0) failed[doc] = (failed[doc] ?? 0) | (1 << number);
      }
    }
    for (const { id, docs } of unwanted.length > 0 ? columns.facets[facet] : []) {
      if (unwanted.includes(id)) {
        for (const doc of docs) failed[doc] = (failed[doc] ?? 0) | (1 << number);
      }
    }
  }
  if (from === undefined && to === undefined) return failed;
  for (let doc = 0; doc < columns.count; doc++) {
    const touches =
      (columns.earliest[doc] ?? 0) <= (to ?? Number.POSITIVE_INFINITY) &&
      (columns.latest[doc] ?? 0) >= (from ?? 0);
    if (!touches) failed[doc] = (failed[doc] ?? 0) | (1 << DAYS);
  }
  return failed;
}
