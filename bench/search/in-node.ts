import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type OpenIndex, openIndex } from '../../src/browser/search/engine/open.ts';
import { resultsOf } from '../../src/browser/search/engine/results.ts';
import { EMPTY } from '../../src/model/search/state.ts';
import { type KnownItem, knownItem, random, withTypo } from './known-items.ts';

/** Figures of an index that need no browser. */
export interface IndexFigures {
  readonly articles: number;
  readonly queries: number;
  readonly clean: number;
  readonly typo: number;
  /** Milliseconds of processor time for a query with facets, its files read before: median and 95th of 100. */
  readonly median: number;
  readonly p95: number;
  /** Bytes of index files for a first query, on average. */
  readonly firstQuery: number;
}

const RANKS = 10;

/** Asks the search files of a built site in this process. */
export async function measureIndex(site: string, queries: number): Promise<IndexFigures> {
  let read = 0;
  const file = (name: string) => {
    const bytes = readFileSync(path.join(site, 'search', `${name}.bin`));
    read += bytes.length;
    return new Uint8Array(gunzipSync(bytes));
  };
  const open = () => openIndex(file('head'), async (name) => file(name));
  const index = await open();
  const draw = random(42);
  const items: KnownItem[] = [];
  while (items.length < queries) {
    const doc = draw(index.library.columns.count);
    const article = await index.article(doc);
    if (article && article.text.join(' ').length > 200) {
      items.push(await knownItem(doc, article, index.library));
    }
  }
  const clean = await reciprocalRank(index, items);
  const typo = await reciprocalRank(
    index,
    items.map((item) => withTypo(item, draw)),
  );
  const times: number[] = [];
  for (const { words } of items) {
    const before = process.cpuUsage();
    await resultsOf(index, { ...EMPTY, query: words.join(' ') }, 0, RANKS);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  times.sort((a, b) => a - b);
  let first = 0;
  for (const { words } of items.slice(0, 20)) {
    read = 0;
    await resultsOf(await open(), { ...EMPTY, query: words.slice(0, 3).join(' ') }, 0, RANKS);
    first += read / Math.min(20, items.length);
  }
  return {
    articles: index.library.columns.count,
    queries,
    clean,
    typo,
    median: times[Math.floor(times.length / 2)] ?? 0,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
    firstQuery: first,
  };
}

async function reciprocalRank(index: OpenIndex, items: readonly KnownItem[]): Promise<number> {
  let sum = 0;
  for (const { doc, words } of items) {
    const wanted = (await index.article(doc))?.id;
    const { hits } = await resultsOf(index, { ...EMPTY, query: words.join(' ') }, 0, RANKS);
    const rank = hits.findIndex(({ article }) => article.id === wanted);
    if (rank >= 0) sum += 1 / (rank + 1);
  }
  return sum / items.length;
}
