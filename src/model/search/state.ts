import { FACETS, type Facet } from './files/columns.ts';

export type Sort = 'relevance' | 'newest' | 'oldest';

/** How strictly a query is read. */
export type Match = 'best' | 'all' | 'any' | 'exact';

/** Everything that a search is. It stands in the address, so that it can be sent to a colleague. */
export interface SearchState {
  readonly query: string;
  readonly chosen: Readonly<Partial<Record<Facet, readonly string[]>>>;
  readonly excluded: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** `2019`, `2019-03` or `2019-03-05`; empty for no limit. */
  readonly from: string;
  readonly to: string;
  readonly sort: Sort;
  readonly match: Match;
}

const DAY = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
const SORTS: readonly Sort[] = ['relevance', 'newest', 'oldest'];
const MATCHES: readonly Match[] = ['best', 'all', 'any', 'exact'];

export const EMPTY: SearchState = {
  query: '',
  chosen: {},
  excluded: {},
  from: '',
  to: '',
  sort: 'relevance',
  match: 'best',
};

/** Reads a state from an address's query string; what it does not know it passes over. */
export function parseState(text: string): SearchState {
  const parameters = new URLSearchParams(text);
  const ids = (pick: (id: string) => string | undefined) =>
    Object.fromEntries(
      FACETS.flatMap((facet) => {
        const list = [...new Set(parameters.getAll(facet).flatMap((id) => pick(id) ?? []))].sort();
        return list.length > 0 ? [[facet, list]] : [];
      }),
    ) as SearchState['chosen'];
  const day = (name: string) => {
    const value = parameters.get(name) ?? '';
    return DAY.test(value) ? value : '';
  };
  return {
    query: (parameters.get('q') ?? '').replace(/\s+/g, ' ').trim(),
    chosen: ids((id) => (id === '' || id.startsWith('-') ? undefined : id)),
    excluded: ids((id) => (id.startsWith('-') && id.length > 1 ? id.slice(1) : undefined)),
    from: day('from'),
    to: day('to'),
    sort: SORTS.find((one) => one === parameters.get('sort')) ?? 'relevance',
    match: MATCHES.find((one) => one === parameters.get('match')) ?? 'best',
  };
}

/** Writes a state as a query string, without what is empty. */
export function formatState(state: SearchState): string {
  const parameters = new URLSearchParams();
  if (state.query !== '') parameters.set('q', state.query);
  for (const facet of FACETS) {
    for (const id of state.chosen[facet] ?? []) parameters.append(facet, id);
    for (const id of state.excluded[facet] ?? []) parameters.append(facet, `-${id}`);
  }
  if (state.from !== '') parameters.set('from', state.from);
  if (state.to !== '') parameters.set('to', state.to);
  if (state.sort !== 'relevance') parameters.set('sort', state.sort);
  if (state.match !== 'best') parameters.set('match', state.match);
  return parameters.toString();
}

/** Whether anything is asked for or narrowed. */
export function isEmpty({ query, chosen, excluded, from, to }: SearchState): boolean {
  return (
    query === '' &&
    from === '' &&
    to === '' &&
    Object.keys(chosen).length === 0 &&
    Object.keys(excluded).length === 0
  );
}
