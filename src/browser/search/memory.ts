const KEY = 'pressmark-results';

/** The last results, so that an article can lead on to the next one. */
export interface LastResults {
  /** Address of the search, with its query. */
  readonly search: string;
  readonly query: string;
  /** Ids of articles in their order. */
  readonly ids: readonly string[];
}

/** Keeps results for this tab; where the browser keeps nothing, articles lead back only. */
export function keepResults(results: LastResults): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(results));
  } catch {
    // Storage may be full, or switched off by the reader.
  }
}

/** The results of this tab, if they are of that query. */
export function lastResults(query: string): LastResults | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as LastResults | null;
    return kept?.query === query ? kept : undefined;
  } catch {
    return undefined;
  }
}
