import { dayNumber } from '../days.ts';
import { type Narrowing, narrow, passing } from '../facets.ts';
import { FACETS, type Facet } from '../files/columns.ts';
import { type Bar, histogram, lastDay } from '../histogram.ts';
import { editsAllowed } from '../names/edits.ts';
import { parseQuery, type Query } from '../query/parse.ts';
import { combine } from '../rank/combine.ts';
import type { SearchState } from '../state.ts';
import type { Library } from './library.ts';
import { type ReadQuery, readQuery } from './read.ts';

/** Hits with every word under which those with only some are shown too. */
const LITTLE = 10;

/**
 * Parts from which on a query is a question: it is then no surer sign that an article holds every one
 * of its words, and all are ranked together.
 */
const QUESTION = 6;

/** A choice of a facet as it is offered. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

/** What a search comes to. */
export interface Answer {
  readonly read: ReadQuery;
  /** Numbers of the articles, in the order in which they are shown. */
  readonly docs: Uint32Array;
  /** How many hold every part. */
  readonly whole: number;
  /** How many of those stand before all that hold some: all of them, or none where all are ranked together. */
  readonly ahead: number;
  /** The score of every article, where words were asked for. */
  readonly scores: Float32Array;
  /** Articles that hold some and not all parts, shown or not. */
  readonly some: number;
  readonly facets: Readonly<Record<Facet, readonly Choice[]>>;
  readonly bars: readonly Bar[];
  /** Fields of the query that name nothing the archive has. */
  readonly unknownFields: readonly string[];
}

/** Answers a search. */
export async function answer(state: SearchState, library: Library): Promise<Answer> {
  const query = parseQuery(state.query);
  const read = await readQuery(query, library, state.match === 'exact');
  const { by, unknownFields } = narrowing(state, query, library);
  const { columns } = library;
  const everything = Uint32Array.from(
    { length: columns.count },
    (_, doc) => columns.count - 1 - doc,
  );
  const without = new Set(read.without.flatMap(({ found }) => Array.from(found.docs)));
  const hasParts = read.parts.length > 0;
  const combined = hasParts
    ? combine(
        read.parts.map(({ found }) => found),
        columns.count,
        without,
      )
    : {
        all: everything.filter((doc) => !without.has(doc)),
        some: new Uint32Array(0),
        scores: new Float32Array(0),
      };

  const whole = passing(columns, combined.all, by);
  const some = passing(columns, combined.some, by);
  const shows =
    state.match === 'any' || (state.match === 'best' && whole.length < LITTLE) ? combined.some : [];
  const isMixed =
    state.match === 'best' &&
    state.sort === 'relevance' &&
    read.parts.length >= QUESTION &&
    shows.length > 0;
  const candidates = Uint32Array.from([...combined.all, ...shows]);
  const { scores } = combined;
  if (isMixed) candidates.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || b - a);
  const { counts, dated, passed } = narrow(columns, candidates, by);
  return {
    read,
    docs: inOrder(passed, whole.length, state, hasParts),
    scores,
    whole: whole.length,
    ahead: isMixed ? 0 : whole.length,
    some: some.length,
    facets: Object.fromEntries(
      FACETS.map((facet) => [facet, choices(facet, counts[facet], state, library)]),
    ) as unknown as Answer['facets'],
    bars: histogram(dated, columns.earliest),
    unknownFields,
  };
}

/** By date within those that hold everything, and within the others. Numbers ascend with the date. */
function inOrder(
  docs: Uint32Array,
  whole: number,
  { sort }: SearchState,
  hasParts: boolean,
): Uint32Array {
  const order = sort === 'relevance' && !hasParts ? 'newest' : sort;
  if (order === 'relevance') return docs;
  const step = order === 'newest' ? -1 : 1;
  const sorted = (list: Uint32Array) => list.sort((a, b) => (a - b) * step);
  const result = new Uint32Array(docs.length);
  result.set(sorted(docs.slice(0, whole)), 0);
  result.set(sorted(docs.slice(whole)), whole);
  return result;
}

function choices(
  facet: Facet,
  counts: Uint32Array,
  { chosen, excluded }: SearchState,
  { columns }: Library,
): Choice[] {
  return columns.facets[facet]
    .map(({ id, name }, at) => ({ id, name, count: counts[at] ?? 0 }))
    .filter(
      ({ id, count }) => count > 0 || chosen[facet]?.includes(id) || excluded[facet]?.includes(id),
    )
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

const KIND_OF: Readonly<Record<string, string>> = {
  outlet: 'outlets',
  source: 'sources',
  person: 'people',
  place: 'places',
  topic: 'topics',
};

/** What the address and the fields of the query narrow to, together. */
function narrowing(
  state: SearchState,
  query: Query,
  library: Library,
): { by: Narrowing; unknownFields: string[] } {
  const chosen: Partial<Record<Facet, string[]>> = {};
  const excluded: Partial<Record<Facet, string[]>> = {};
  for (const facet of FACETS) {
    if (state.chosen[facet]) chosen[facet] = [...state.chosen[facet]];
    if (state.excluded[facet]) excluded[facet] = [...state.excluded[facet]];
  }
  const unknownFields: string[] = [];
  for (const { field, value, not } of query.fields) {
    const ids = idsOf(field, value, library);
    if (ids.length === 0) unknownFields.push(`${field}:${value}`);
    const list = not ? excluded : chosen;
    // A field that names nothing narrows to nothing rather than being passed over.
    list[field] = [...(list[field] ?? []), ...(ids.length > 0 ? ids : [value])];
  }
  const from = state.from || query.from;
  const to = state.to || query.to;
  return {
    by: {
      chosen,
      excluded,
      ...(from && { from: dayNumber(from) }),
      ...(to && { to: lastDay(to) }),
    },
    unknownFields,
  };
}

function idsOf(field: Facet, value: string, { directory, columns }: Library): string[] {
  const byId = columns.facets[field].filter(
    ({ id, name }) =>
      id.toLowerCase() === value.toLowerCase() || name.toLowerCase() === value.toLowerCase(),
  );
  if (byId.length > 0 || field === 'language') return byId.map(({ id }) => id);
  const ofKind = (numbers: readonly number[]) =>
    numbers.flatMap((number) => {
      const record = directory.records[number];
      return record !== undefined && record.kind === KIND_OF[field] ? [record.id] : [];
    });
  const exact = ofKind(directory.exactly(value));
  if (exact.length > 0) return exact;
  const folded = value.toLowerCase();
  return ofKind(directory.nearest(folded, editsAllowed(folded.length + 1))?.records ?? []);
}
