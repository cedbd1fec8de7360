// npm run check:growth [-- --only WORDS]: how what strangers send grows in cost, at one, two and four times its length.
import { Worker } from 'node:worker_threads';
import { SHAPES } from './growth/shapes.ts';
import { report } from './report.ts';

/** Letters of the smallest, and milliseconds after which a step is given up. */
const [LENGTH, LIMIT] = [150_000, 20_000];
/** Four times the length may cost so many times as much; below so many milliseconds nothing is proved. */
const [MOST, LEAST] = [7, 400];

type Times = Map<string, number>;

function measure(name: string, length: number): Promise<Times> {
  return new Promise((resolve) => {
    const times: Times = new Map();
    let running = 'starting';
    const worker = new Worker(new URL('./growth/thread.ts', import.meta.url), {
      workerData: { name, length },
      resourceLimits: { maxOldGenerationSizeMb: 1536, stackSizeMb: 8 },
      stderr: true,
    });
    const end = () => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(times);
    };
    const timer = setTimeout(() => {
      times.set(running, Number.POSITIVE_INFINITY);
      end();
    }, LIMIT + 5000);
    worker.on('message', (said: { begins?: string; name?: string; took?: number; done?: true }) => {
      if (said.begins !== undefined) running = said.begins;
      if (said.name !== undefined) times.set(said.name, said.took ?? 0);
      if (said.done) end();
    });
    worker.on('error', (error) => {
      times.set(`${running}: ${String(error).slice(0, 200)}`, Number.POSITIVE_INFINITY);
      end();
    });
  });
}

const only = process.argv.includes('--only') ? process.argv.at(-1) : undefined;
const wrong: string[] = [];
let [worst, slowest] = ['', 0];
let shapes = 0;
for (const { name, length = LENGTH } of SHAPES) {
  if (only !== undefined && !name.includes(only)) continue;
  shapes++;
  const [one, two, four] = [
    await measure(name, length),
    await measure(name, length * 2),
    await measure(name, length * 4),
  ];
  for (const [step, took] of four) {
    const [first, second] = [one.get(step) ?? 0, two.get(step) ?? 0];
    if (took > slowest) [worst, slowest] = [`${name}, ${step}`, took];
    const grows = took > LEAST && took > first * MOST && took > second * 2.6;
    const words = `${name}, ${step}: ${[first, second, took].map((ms) => ms.toFixed(0)).join(', ')} ms`;
    if (grows || took > LIMIT) wrong.push(words);
    else if (took > 2000) console.log(`slow: ${words}`);
  }
  for (const [step, took] of [...one, ...two])
    if (took === Number.POSITIVE_INFINITY) wrong.push(`${name}, ${step}: not after ${LIMIT} ms`);
}

report(
  'growth',
  {
    title: '11. What strangers send costs what it weighs',
    command: 'npm run check:growth',
    figures: [
      ['Shapes of text, page, style sheet and entry', String(shapes)],
      [
        'Letters of each',
        `${LENGTH / 1000}, ${(LENGTH * 2) / 1000} and ${(LENGTH * 4) / 1000} thousand`,
      ],
      [
        `Steps that cost more than ${MOST} times as much at four times the length`,
        String(wrong.length),
      ],
      ['The longest step of all', `${(slowest / 1000).toFixed(1)} s (${worst})`],
    ],
  },
  wrong,
);
