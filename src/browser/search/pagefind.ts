/** What this room uses of Pagefind's JavaScript API (pagefind 1.6, `pagefind.js` of its bundle). */
export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<FilterCounts>;
  search(query: string | null, options: SearchOptions): Promise<SearchResponse>;
}

export interface SearchOptions {
  filters?: Record<string, { any: string[] }>;
  sort?: Record<string, 'asc' | 'desc'>;
}

export type FilterCounts = Record<string, Record<string, number>>;

export interface SearchResponse {
  results: SearchResult[];
  filters: FilterCounts;
  totalFilters: FilterCounts;
}

export interface SearchResult {
  id: string;
  data(): Promise<ResultData>;
}

export interface ResultData {
  raw_url?: string;
  url: string;
  excerpt: string;
  meta: Record<string, string>;
}

/** Loads the index that the build wrote. @throws when it can't be had */
export async function loadPagefind(site: URL): Promise<Pagefind> {
  const bundle = new URL('pagefind/', site).href;
  const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
  await pagefind.options({ bundlePath: bundle, baseUrl: '/', excerptLength: 36 });
  await pagefind.init();
  return pagefind;
}
