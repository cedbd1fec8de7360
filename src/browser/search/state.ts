/** What a search is narrowed by, each with the ids chosen. */
export const FACETS = ['outlet', 'source', 'person', 'place', 'topic', 'year'] as const;

export type Facet = (typeof FACETS)[number];

export type Sort = '' | 'newest' | 'oldest';

/** Everything that a search is; it stands in the address, so that it can be sent to a colleague. */
export interface SearchState {
  readonly query: string;
  readonly chosen: Readonly<Partial<Record<Facet, readonly string[]>>>;
  readonly sort: Sort;
}

/** Reads a state from an address's query string; what it does not know it passes over. */
export function parseState(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  const sort = parameters.get('sort');
  const chosen = FACETS.map((facet) => [facet, parameters.getAll(facet)] as const);
  return {
    query: parameters.get('q') ?? '',
    chosen: Object.fromEntries(chosen.filter(([, ids]) => ids.length > 0)),
    sort: sort === 'newest' || sort === 'oldest' ? sort : '',
  };
}

/** Writes a state as a query string, without what is empty. */
export function formatState({ query, chosen, sort }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  for (const facet of FACETS) for (const id of chosen[facet] ?? []) parameters.append(facet, id);
  if (sort !== '') parameters.set('sort', sort);
  return parameters.toString();
}
