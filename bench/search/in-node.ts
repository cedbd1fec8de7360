import { resultsOf } from '../../src/browser/search/engine/results.ts';
import { EMPTY } from '../../src/model/search/state.ts';
import { type KnownItem, knownItem, random, withTypo } from './known-items.ts';
import { openSite } from './stored.ts';

/** How a search engine does with known articles. */
export interface Figures {
  /** Mean reciprocal rank among ten: the five rarest words of the lead, and two letters of the longest exchanged. */
  readonly clean: number;
  readonly typo: number;
  /** Milliseconds of processor time for a query, everything read before: median and 95th of 100. */
  readonly median: number;
  readonly p95: number;
}

/** Numbers of the articles that answer a query, the best first. */
export type Engine = (query: string) => Promise<readonly number[]> | readonly number[];

const RANKS = 10;

/** Articles of a built site, each with words that should bring it back; every run draws the same. */
export async function knownItems(site: string, queries: number): Promise<KnownItem[]> {
  const index = await openSite(site);
  const draw = random(42);
  const items: KnownItem[] = [];
  while (items.length < queries) {
    const doc = draw(index.library.columns.count);
    const article = await index.article(doc);
    if (article && article.text.join(' ').length > 200) {
      items.push(await knownItem(doc, article, index.library));
    }
  }
  return items;
}

/** Our search files, asked in this process; facets are counted at each query. */
export async function ourEngine(site: string): Promise<Engine> {
  const index = await openSite(site);
  const numbers = new Map<string, number>();
  for (let doc = 0; doc < index.library.columns.count; doc++) {
    const article = await index.article(doc);
    if (article) numbers.set(article.id, doc);
  }
  return async (query) => {
    const { hits } = await resultsOf(index, { ...EMPTY, query }, 0, RANKS);
    return hits.map(({ article }) => numbers.get(article.id) ?? -1);
  };
}

/** Asks an engine for known articles. */
export async function measureEngine(engine: Engine, items: readonly KnownItem[]): Promise<Figures> {
  const draw = random(7);
  const clean = await reciprocalRank(engine, items);
  const typo = await reciprocalRank(
    engine,
    items.map((item) => withTypo(item, draw)),
  );
  const times: number[] = [];
  for (const { words } of items) {
    const before = process.cpuUsage();
    await engine(words.join(' '));
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { clean, typo, median: at(0.5), p95: at(0.95) };
}

/** Bytes of our index files for a first query of three words, on average. */
export async function firstQueryBytes(site: string, items: readonly KnownItem[]): Promise<number> {
  let read = 0;
  const some = items.slice(0, 20);
  for (const { words } of some) {
    const index = await openSite(site, (bytes) => {
      read += bytes;
    });
    await resultsOf(index, { ...EMPTY, query: words.slice(0, 3).join(' ') }, 0, RANKS);
  }
  return read / some.length;
}

async function reciprocalRank(engine: Engine, items: readonly KnownItem[]): Promise<number> {
  let sum = 0;
  for (const { doc, words } of items) {
    const rank = [...(await engine(words.join(' ')))].slice(0, RANKS).indexOf(doc);
    if (rank >= 0) sum += 1 / (rank + 1);
  }
  return sum / items.length;
}
