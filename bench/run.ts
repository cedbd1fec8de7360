import { existsSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeArchive } from './archive/write-archive.ts';
import { CACHE } from './cache.ts';
import { astroBlog } from './contestants/astro-blog.ts';
import type { Contestant } from './contestants/contestant.ts';
import { eleventy } from './contestants/eleventy.ts';
import { hugo } from './contestants/hugo.ts';
import { pressmark, timingsFile } from './contestants/pressmark.ts';
import { plainStories } from './contestants/stories.ts';
import { pageSizes } from './measure/page-sizes.ts';
import { measureRounds } from './measure/rounds.ts';
import { sharesOf, sharesTable } from './report/shares.ts';
import { table } from './report/table.ts';
import { writeReport } from './report/write-report.ts';

const USAGE = `Usage: npm run bench -- [--articles 19042] [--runs 1] [--only hugo,eleventy,astro-blog,pressmark] [--match cold] [--dry]

Measures builds of so many articles, ours beside other generators on the same texts, in turns, and
writes docs/benchmarks.md and docs/benchmarks.json. What it needs (the texts, other generators) is
fetched at first use into .pressmark/bench; Hugo has to be installed (Debian: apt install hugo).

  --articles  how many; more than 19,042 are copies of the collection with shifted dates
  --runs      how often each is measured; the median is told, with the range
  --only      some of them
  --match     of these, those whose names contain a word, such as “cold”
  --dry       write nothing to docs/`;

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '19042' },
    runs: { type: 'string', default: '1' },
    only: { type: 'string', default: 'hugo,eleventy,astro-blog,pressmark' },
    match: { type: 'string', default: '' },
    dry: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const [articles, rounds] = [Number(values.articles), Number(values.runs)];
if (values.help || !(articles >= 100 && rounds >= 1)) {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 1;
} else {
  await bench(values.only.split(','));
}

async function bench(names: readonly string[]): Promise<void> {
  const content = path.join(CACHE, `content-${articles}`);
  if (!existsSync(path.join(content, 'manifest-sha256.txt'))) {
    writeArchive({ articles, out: content, dense: false });
  }
  const contestants: Contestant[] = [];
  if (names.includes('hugo')) contestants.push(hugo(plainStories(articles)));
  if (names.includes('eleventy')) contestants.push(eleventy(plainStories(articles)));
  if (names.includes('astro-blog')) contestants.push(astroBlog(plainStories(articles)));
  if (names.includes('pressmark')) {
    contestants.push(...pressmark(content, path.join(CACHE, `site-${articles}`)));
  }
  const began = loadavg()[0] ?? 0;
  const matching = contestants.filter(({ name }) => name.includes(values.match));
  const measured = await measureRounds(matching, rounds, (line) => console.log(line));
  console.log(`\n${table(measured)}`);
  const sizes = names.includes('pressmark')
    ? pageSizes(path.join(CACHE, `site-${articles}`))
    : undefined;
  if (sizes) console.log(JSON.stringify(sizes));
  const shares = names.includes('pressmark')
    ? sharesOf(JSON.parse(readFileSync(timingsFile(path.join(CACHE, `site-${articles}`)), 'utf8')))
    : undefined;
  if (shares) console.log(`\n${sharesTable(shares)}`);
  if (values.dry) return;
  const command = `npm run bench -- --articles ${articles} --runs ${rounds} --only ${names.join(',')}${values.match && ` --match ${values.match}`}`;
  const date = new Date().toISOString().slice(0, 10);
  writeReport({
    articles,
    rounds,
    date,
    load: [began, loadavg()[0] ?? 0],
    command,
    measured,
    sizes,
    shares,
  });
}
