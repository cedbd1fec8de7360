import { readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type ColdQuery, withSite } from './search/in-browser.ts';
import { firstQueryBytes, knownItems, measureEngine, ourEngine } from './search/in-node.ts';
import { rivalsOf } from './search/rivals.ts';
import { openSite } from './search/stored.ts';
import { type Row, searchTable } from './search/table.ts';

const USAGE = `Usage: npm run bench:search -- --site FOLDER [--queries 100] [--runs 3] [--write]

Measures the search of a built site beside Pagefind, MiniSearch and SQLite over the same articles: bytes and time
of a first query in Chromium on a slow line and a slow processor, in turns; processor time of later ones; how often a
known article comes back. --write puts the tables into docs/benchmarks-search.md.`;

/** First queries; each in a browser that knows nothing yet. */
const QUERIES = ['oil prices', 'grain exports to the Soviet Union', 'bank of england money market'];

const { values } = parseArgs({
  options: {
    site: { type: 'string' },
    queries: { type: 'string', default: '100' },
    runs: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
  },
});
if (values.site === undefined) {
  console.log(USAGE);
  process.exitCode = 1;
} else {
  const table = await measure(
    path.resolve(values.site),
    Number(values.queries),
    Number(values.runs),
  );
  console.log(table);
  const file = path.join(import.meta.dirname, '../docs/benchmarks-search.md');
  if (values.write) {
    // What is measured by other commands stands below and stays.
    const below = readFileSync(file, 'utf8').split('\n## ').slice(1);
    writeFileSync(file, [table, ...below].join('\n## '));
  }
}

async function measure(site: string, queries: number, runs: number): Promise<string> {
  const began = loadavg()[0] ?? 0;
  const rivals = await rivalsOf(site);
  const items = await knownItems(site, queries);
  const engines = { Pressmark: await ourEngine(site), ...rivals.engines };
  const figures = new Map<string, Awaited<ReturnType<typeof measureEngine>>>();
  for (const [name, engine] of Object.entries(engines)) {
    figures.set(name, await measureEngine(engine, items));
  }
  const cold = new Map<string, ColdQuery[]>();
  await withSite(site, (ours) =>
    withSite(rivals.folder, async (theirs) => {
      for (let run = 0; run < runs; run++) {
        for (const query of QUERIES) {
          const note = (name: string, one: ColdQuery) =>
            cold.set(name, [...(cold.get(name) ?? []), one]);
          note('Pressmark', await ours('search.html', query));
          for (const [name, page] of Object.entries(rivals.pages))
            note(name, await theirs(page, query));
        }
      }
    }),
  );
  const names = [...new Set([...cold.keys(), ...figures.keys()])];
  const rows: Row[] = names.map((name) => ({
    name,
    cold: cold.get(name) ?? [],
    figures: figures.get(name),
  }));
  return searchTable(rows, {
    articles: (await openSite(site)).library.columns.count,
    asked: QUERIES,
    queries,
    runs,
    load: [began, loadavg()[0] ?? 0],
    firstQuery: await firstQueryBytes(site, items),
  });
}
