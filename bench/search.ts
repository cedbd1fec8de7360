import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type ColdQuery, withSite } from './search/in-browser.ts';
import { type IndexFigures, measureIndex } from './search/in-node.ts';

const USAGE = `Usage: npm run bench:search -- --site FOLDER [--queries 100] [--write]

Measures the search of a built site: bytes and time of a first query in Chromium on a slow line and a
slow processor, beside the stock JavaScript API of Pagefind over the same articles; processor time of
later ones; how often a known article comes back. --write puts the table into docs/benchmarks-search.md.`;

/** First queries; each in a browser that knows nothing yet. */
const QUERIES = ['oil prices', 'grain exports to the Soviet Union', 'bank of england money market'];

const { values } = parseArgs({
  options: {
    site: { type: 'string' },
    queries: { type: 'string', default: '100' },
    write: { type: 'boolean', default: false },
  },
});
if (values.site === undefined) {
  console.log(USAGE);
  process.exitCode = 1;
} else {
  const site = path.resolve(values.site);
  const figures = await measureIndex(site, Number(values.queries));
  const [ours, stock] = await withSite(site, async (ask) => {
    const all: ColdQuery[][] = [];
    for (const isStock of [false, true]) {
      const some: ColdQuery[] = [];
      for (const query of QUERIES) some.push(await ask(query, isStock));
      all.push(some);
    }
    return all;
  });
  const table = tableOf(figures, ours ?? [], stock ?? []);
  console.log(table);
  const file = path.join(import.meta.dirname, '../docs/benchmarks-search.md');
  if (values.write) {
    // What is measured by other commands stands below and stays.
    const below = readFileSync(file, 'utf8').split('\n## ').slice(1);
    writeFileSync(file, [table, ...below].join('\n## '));
  }
}

function tableOf(figures: IndexFigures, ours: ColdQuery[], stock: ColdQuery[]): string {
  const { articles, queries, clean, typo, median, p95, firstQuery } = figures;
  const mean = (list: ColdQuery[], pick: (one: ColdQuery) => number) =>
    list.reduce((sum, one) => sum + pick(one), 0) / Math.max(1, list.length);
  const row = (name: string, pick: (one: ColdQuery) => number, unit: string, digits = 0) => {
    const [a, b] = [mean(ours, pick), mean(stock, pick)];
    return `| ${name} | ${a.toFixed(digits)} ${unit} | ${b.toFixed(digits)} ${unit} | ${(a / b).toFixed(2)} |`;
  };
  return `# Search, measured

Written by \`npm run bench:search -- --site FOLDER --write\` over ${articles.toLocaleString('en')} articles of the benchmark
archive. The first query is asked in Chromium with Lighthouse’s slow 4G (1.6 Mbit/s, 150 ms) and a four times
slower processor, the page itself included; the mean of ${QUERIES.map((query) => `“${query}”`).join(', ')}.

| first query, ten results and facets | Pressmark | Pagefind’s JavaScript API | ratio |
|---|---|---|---|
${row('on the wire', ({ bytes }) => bytes / 1000, 'kB')}
${row('requests', ({ requests }) => requests, '')}
${row('until results stand there', ({ milliseconds }) => milliseconds / 1000, 's', 2)}
${row('longest task of the page', ({ longestTask }) => longestTask, 'ms')}

| later queries, ${queries} known articles | |
|---|---|
| processor time of a query with facets, median | ${median.toFixed(1)} ms |
| the same, 95th of 100 | ${p95.toFixed(1)} ms |
| MRR@10, five rarest words of the lead | ${clean.toFixed(3)} |
| MRR@10, two letters exchanged in the longest | ${typo.toFixed(3)} |
| index files for a first query of three words | ${(firstQuery / 1000).toFixed(0)} kB |
`;
}
