import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { htmlBlocks } from '../../src/capture/html/blocks.ts';
import { parsePage } from '../../src/capture/html/parse-page.ts';
import { readCapture } from '../../src/capture/read-capture.ts';
import { type Sample, samplesOf } from './samples.ts';
import { score } from './shingles.ts';

interface Result {
  readonly page?: number;
  readonly text?: number;
  readonly date?: boolean;
  readonly milliseconds: number;
  /** The same in milliseconds of a processor, which other programs do not lengthen. */
  readonly processor: number;
}

/** Reads the page as it is and as the text that copying it would give. */
async function measure(sample: Sample): Promise<Result> {
  const begin = performance.now();
  const used = process.cpuUsage();
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
  const { user, system } = process.cpuUsage(used);
  const processor = (user + system) / 1000;
  const isRight = sample.date === undefined ? undefined : sample.date === date;
  if (sample.body === undefined) {
    return { milliseconds, processor, ...(isRight !== undefined && { date: isRight }) };
  }
  return {
    milliseconds,
    processor,
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

/** Between which shares that of all pages lies with 95 % certainty, by what was found in some (Wilson 1927). */
function likely(right: number, all: number): [low: number, high: number] {
  const z = 1.96;
  const share = right / all;
  const middle = share + (z * z) / (2 * all);
  const apart = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  const whole = 1 + (z * z) / all;
  return [(middle - apart) / whole, (middle + apart) / whole];
}

/** Measures the pages of folders and prints the figures. */
export async function measurePages(
  folders: readonly string[],
  { split, each }: { readonly split: string; readonly each: boolean },
): Promise<void> {
  const samples = folders
    .flatMap((folder) => samplesOf(folder, { readdirSync, readFileSync, existsSync }))
    .filter(({ heldOut }) => split === 'all' || heldOut === (split === 'held-out'));
  const results: Result[] = [];
  for (const sample of samples) {
    const result = await measure(sample);
    results.push(result);
    if (each) console.log(sample.name, JSON.stringify(result));
  }
  const pages = results.flatMap(({ page }) => page ?? []);
  const texts = results.flatMap(({ text }) => text ?? []);
  const dates = results.flatMap(({ date }) => date ?? []);
  console.log(`${results.length} pages (${split})`);
  if (pages.length > 0) {
    console.log(`body F1 as a page: ${mean(pages).toFixed(3)} (${pages.length})`);
    console.log(`body F1 as a text: ${mean(texts).toFixed(3)} (${texts.length})`);
  }
  if (dates.length > 0) {
    const right = dates.filter(Boolean).length;
    const [low, high] = likely(right, dates.length).map((share) => (100 * share).toFixed(0));
    console.log(
      `date right: ${((100 * right) / dates.length).toFixed(1)} % (${right} of ${dates.length}; of all such pages likely ${low} to ${high} %)`,
    );
  }
  const [wall, cpu] = [results.map((one) => one.milliseconds), results.map((one) => one.processor)];
  console.log(
    `median page: ${median(wall)?.toFixed(0)} ms, ${median(cpu)?.toFixed(0)} ms of a processor`,
  );
}
