import type { ColdQuery } from './in-browser.ts';
import type { Figures } from './in-node.ts';

/** What was measured of one search engine. */
export interface Row {
  readonly name: string;
  readonly cold: readonly ColdQuery[];
  readonly figures: Figures | undefined;
}

/** How it was measured. */
export interface Measured {
  readonly articles: number;
  readonly asked: readonly string[];
  readonly queries: number;
  readonly runs: number;
  /** Runnable processes when the series began and ended. */
  readonly load: readonly [number, number];
  /** Bytes of our index files for a first query of three words. */
  readonly firstQuery: number;
}

/** The tables as Markdown; the first row is what others are compared with. */
export function searchTable(rows: readonly Row[], measured: Measured): string {
  const { articles, asked, queries, runs, load, firstQuery } = measured;
  const ours = rows[0]?.cold ?? [];
  const cold = rows
    .filter(({ cold: all }) => all.length > 0)
    .map(({ name, cold: all }) => {
      const [time, bytes] = [
        median(all, ({ milliseconds }) => milliseconds),
        median(all, (one) => one.bytes),
      ];
      const times = all.map(({ milliseconds }) => milliseconds / 1000);
      return `| ${name} | ${(bytes / 1000).toFixed(0)} kB | ${ratio(
        bytes,
        median(ours, (one) => one.bytes),
      )} | ${median(all, (one) => one.requests)} | ${(time / 1000).toFixed(2)} s | ${Math.min(...times).toFixed(2)}–${Math.max(...times).toFixed(2)} | ${ratio(
        time,
        median(ours, ({ milliseconds }) => milliseconds),
      )} | ${median(all, ({ longestTask }) => longestTask)} ms |`;
    });
  const later = rows.flatMap(({ name, figures }) =>
    figures
      ? `| ${name} | ${figures.clean.toFixed(3)} | ${figures.typo.toFixed(3)} | ${figures.median.toFixed(1)} ms | ${figures.p95.toFixed(1)} ms |`
      : [],
  );
  return `# Search, measured

Written by \`npm run bench:search -- --site FOLDER --write\` over ${articles.toLocaleString('en')} articles of the benchmark
archive. The first query is asked in Chromium with Lighthouse’s slow 4G (1.6 Mbit/s, 150 ms) and a four times
slower processor, from the start of the navigation until ten results and facets stand there; medians of
${asked.map((query) => `“${query}”`).join(', ')}, ${runs} times each, in turns. Load of the machine (two
processors) when it began and ended: ${load[0].toFixed(1)}, ${load[1].toFixed(1)}.

| first query, ten results and facets | on the wire | × | requests | until they stand there | range, s | × | longest task |
|---|---|---|---|---|---|---|---|
${cold.join('\n')}

${queries} known articles, asked for by the five rarest words of their lead, and with two letters of the longest exchanged; everything
in memory. Ours counts facets at each query, the others do not.

| later queries | MRR@10 | with a typo | processor time, median | 95th of 100 |
|---|---|---|---|---|
${later.join('\n')}

Our index files for a first query of three words: ${(firstQuery / 1000).toFixed(0)} kB on average. SQLite has no row above: read by ranges
from a static host it needs a build of its own for browsers. Pagefind has none below: decision 32 has its figures.
`;
}

function median(all: readonly ColdQuery[], pick: (one: ColdQuery) => number): number {
  const sorted = all.map(pick).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function ratio(value: number, base: number): string {
  return base > 0 ? (value / base).toFixed(2) : '–';
}
