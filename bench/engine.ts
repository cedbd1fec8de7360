import { createReadStream, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';

const USAGE = `Usage: node bench/engine.ts SITE [WORDS…]

Feeds the NDJSON export of a built site to a full-text engine that is no part of this project (SQLite's
FTS5, which comes with Node), and asks it for words. It shows that the export is all that another engine
needs: ids, addresses, dates and texts.`;

const [site, ...asked] = process.argv.slice(2);
if (site === undefined || site.startsWith('-')) {
  console.log(USAGE);
  process.exitCode = 1;
} else {
  await feed(path.resolve(site), asked.length > 0 ? asked : ['oil', 'grain', '"interest rates"']);
}

async function feed(folder: string, queries: readonly string[]): Promise<void> {
  const file = path.join(tmpdir(), `pressmark-engine-${process.pid}.db`);
  const database = new DatabaseSync(file);
  try {
    database.exec(
      "create virtual table articles using fts5(id unindexed, date unindexed, title, text, tokenize = 'porter unicode61')",
    );
    const insert = database.prepare('insert into articles values (?, ?, ?, ?)');
    const started = performance.now();
    let count = 0;
    database.exec('begin');
    const input = createReadStream(path.join(folder, 'data/articles.ndjson'));
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      const { id, date, title, text } = JSON.parse(line) as Record<string, string>;
      insert.run(id ?? '', date ?? '', title ?? '', text ?? '');
      count++;
    }
    database.exec('commit');
    const seconds = (performance.now() - started) / 1000;
    console.log(
      `${count.toLocaleString('en')} articles in ${seconds.toFixed(1)} s, ${(statSync(file).size / 1e6).toFixed(0)} MB`,
    );
    const find = database.prepare(
      'select id, count(*) over () as found from articles where articles match ? order by rank limit 1',
    );
    for (const query of queries) {
      const asked = performance.now();
      const first = find.get(query) as { id: string; found: number } | undefined;
      console.log(
        `${query}: ${(first?.found ?? 0).toLocaleString('en')} found in ${(performance.now() - asked).toFixed(0)} ms, first ${first?.id ?? '–'}`,
      );
    }
  } finally {
    database.close();
    rmSync(file, { force: true });
  }
}
