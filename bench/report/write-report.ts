import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { ROOT } from '../cache.ts';
import type { PageSizes } from '../measure/page-sizes.ts';
import type { Measured } from '../measure/rounds.ts';
import { type Share, sharesTable } from './shares.ts';
import { table } from './table.ts';

/** One series of rounds on one archive. */
export interface Series {
  readonly articles: number;
  readonly rounds: number;
  readonly date: string;
  /** Runnable processes per minute when it began and ended: above the number of processors, others were at work too. */
  readonly load: readonly number[];
  readonly command: string;
  readonly measured: readonly Measured[];
  readonly sizes?: PageSizes | undefined;
  /** Of the last cold build of everything. */
  readonly shares?: readonly Share[] | undefined;
}

interface Results {
  readonly machine: Readonly<Record<string, string>>;
  readonly series: readonly Series[];
}

const JSON_FILE = path.join(ROOT, 'docs', 'benchmarks.json');
const PAGE = path.join(ROOT, 'docs', 'benchmarks.md');
const [BEGIN, END] = ['<!-- results -->', '<!-- end of results -->'];

/** Puts a series in the place of the last one of its size, in the JSON and in the page. */
export function writeReport(series: Series): void {
  const before: Results | undefined = existsSync(JSON_FILE)
    ? JSON.parse(readFileSync(JSON_FILE, 'utf8'))
    : undefined;
  const others = (before?.series ?? []).filter(({ articles }) => articles !== series.articles);
  const all = [...others, series].sort((a, b) => a.articles - b.articles);
  const results: Results = { machine: machine(), series: all };
  writeFileSync(JSON_FILE, `${JSON.stringify(results, null, 2)}\n`);
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : `# Benchmarks\n\n${BEGIN}\n${END}\n`;
  const [head = '', rest = ''] = page.split(BEGIN);
  const tail = rest.split(END)[1] ?? '';
  writeFileSync(PAGE, `${head}${BEGIN}\n\n${words(results)}\n\n${END}${tail}`);
}

function words({ machine: on, series }: Results): string {
  const facts = Object.entries(on).map(([key, value]) => `${key} ${value}`);
  const tables = series.map(
    ({ articles, rounds, date, load, command, measured, sizes, shares }) => {
      const runs = rounds === 1 ? 'one run each' : `median (range) of ${rounds} runs each`;
      return `### ${articles.toLocaleString('en')} articles\n\n${date}, ${runs}; load ${load.map((value) => value.toFixed(1)).join(' to ')}. \`${command}\`\n\n${table(measured)}${sizes ? `\n\n${sizeWords(sizes)}` : ''}${shares ? `\n\n${sharesTable(shares)}` : ''}`;
    },
  );
  return [`Machine: ${facts.join(' · ')}.`, ...tables].join('\n\n');
}

function sizeWords({ pages, largest, largestArticle }: PageSizes): string {
  const told = ({ page, bytes }: PageSizes['largest']) =>
    `\`${page}\`, ${bytes.toLocaleString('en')} bytes`;
  return `Of all ${pages.toLocaleString('en')} pages, each compressed with gzip -9, the largest is ${told(largest)}; the largest article is ${told(largestArticle)}.`;
}

function machine(): Record<string, string> {
  const dependencies = JSON.parse(
    readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
  ).dependencies;
  const hugo = /v[\d.]+/.exec(said('hugo', 'version'))?.[0] ?? 'not installed';
  return {
    processors: `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
    memory: `${(totalmem() / 1e9).toFixed(0)} GB`,
    Node: process.version,
    Astro: dependencies.astro,
    Pagefind: dependencies.pagefind,
    Hugo: hugo,
  };
}

function said(command: string, ...args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8' });
  } catch {
    return '';
  }
}
