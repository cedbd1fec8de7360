import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { resultsOf } from '../src/browser/search/engine/results.ts';
import { EMPTY } from '../src/model/search/state.ts';
import { CACHE } from './cache.ts';
import { readStories } from './reuters/story.ts';
import { measureNames, readNames, surname } from './search/name-pairs.ts';
import { plainBm25 } from './search/plain-bm25.ts';
import { eventQuestions, ndcg } from './search/questions.ts';
import { indexSmallArchive, openFromDisk } from './search/small-archive.ts';
import { sqliteSearch } from './search/sqlite.ts';

const USAGE = `Usage: node bench/search-quality.ts [--again]

Measures how good results are: questions over the 1,200 longest stories of the Reuters-21578 collection,
judged by rules, beside plain BM25 and SQLite FTS5; and pairs of spellings of names. Every other question
was used for tuning. The index is kept; --again makes it anew.`;

const { values } = parseArgs({
  options: {
    again: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) console.log(USAGE);
else await measure();

async function measure(): Promise<void> {
  const stories = readStories()
    .sort((a, b) => b.wire.length - a.wire.length)
    .slice(0, 1200)
    .sort((a, b) => a.number - b.number);
  const folder = path.join(CACHE, 'questions');
  const isMade = !values.again && existsSync(path.join(folder, 'search', 'head.bin'));
  const index = isMade
    ? await openFromDisk(folder)
    : await indexSmallArchive(
        folder,
        stories.map(({ number, title, day, paragraphs }) => ({
          id: `1987/story-${number}`,
          title,
          date: day,
          paragraphs,
        })),
      );
  const numberOf = async (doc: number) =>
    Number((await index.article(doc))?.id.replace(/^.*-/, '') ?? 0);
  const sqlite = sqliteSearch(stories);
  const engines: Record<string, (question: string) => Promise<number[]>> = {
    'plain BM25': async (question) => Promise.all((await plainBm25(index, question)).map(numberOf)),
    'SQLite FTS5': async (question) => sqlite(question),
    Pressmark: async (question) => {
      const { hits } = await resultsOf(index, { ...EMPTY, query: question }, 0, 10);
      return hits.map(({ article }) => Number(article.id.replace(/^.*-/, '')));
    },
  };
  const questions = eventQuestions(stories);
  for (const [name, ask] of Object.entries(engines)) {
    const sums = [0, 0];
    let empty = 0;
    for (const [at, judged] of questions.entries()) {
      const found = await ask(judged.question);
      if (found.length === 0) empty++;
      sums[at % 2] = (sums[at % 2] ?? 0) + ndcg(found, judged);
    }
    const [tuned = 0, other = 0] = sums.map((sum) => (sum * 2) / questions.length);
    console.log(
      `${name}: nDCG@10 ${tuned.toFixed(3)} on the tuned half, ${other.toFixed(3)} on the other; ${empty} of ${questions.length} empty`,
    );
  }
  for (const file of ['name-pairs.txt', 'name-pairs-held-out.txt']) {
    const names = readNames(file);
    for (const [what, pick] of [
      ['surnames', surname],
      ['whole names', (name: string) => name],
    ] as const) {
      const { pairs, found, others, wrong } = await measureNames(names, pick);
      console.log(
        `${file}, ${what}: ${((found / pairs) * 100).toFixed(1)} % of ${pairs} found, ${((wrong / others) * 100).toFixed(3)} % of ${others} others`,
      );
    }
  }
}
