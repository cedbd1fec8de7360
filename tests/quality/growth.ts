// npm run check:growth [-- --only WORDS]: how what strangers send grows in cost, at one, two and four times its length.
import { Worker } from 'node:worker_threads';
import { SHAPES } from './growth/shapes.ts';
import { report } from './report.ts';

/** Letters of the smallest, and milliseconds after which a step is given up, on a machine that does other things too. */
const [LENGTH, LIMIT] = [150_000, 60_000];
/** Four times the length may cost so many times as much; below so many milliseconds nothing is proved. */
const [MOST, LEAST] = [7, 400];

type Times = Map<string, number>;

/** The times of each step at each length, in one thread, which has warmed up by then. */
function measure(name: string, lengths: readonly number[]): Promise<Map<number, Times>> {
  return new Promise((resolve) => {
    const times = new Map<number, Times>(lengths.map((length) => [length, new Map()]));
    let [running, at] = ['starting', 0];
    const worker = new Worker(new URL('./growth/thread.ts', import.meta.url), {
      workerData: { name, lengths },
      resourceLimits: { maxOldGenerationSizeMb: 1536, stackSizeMb: 8 },
      stderr: true,
    });
    let timer: NodeJS.Timeout | undefined;
    const end = () => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(times);
    };
    const giveUp = (what: string) => {
      times.get(at === 0 ? (lengths[0] ?? 0) : at)?.set(what, Number.POSITIVE_INFINITY);
      end();
    };
    worker.on(
      'message',
      (said: { begins?: string; name?: string; took?: number; done?: true; length?: number }) => {
        clearTimeout(timer);
        timer = setTimeout(() => giveUp(running), LIMIT);
        if (said.length !== undefined) at = said.length;
        if (said.begins !== undefined) running = said.begins;
        if (said.name !== undefined) times.get(at)?.set(said.name, said.took ?? 0);
        if (said.done) end();
      },
    );
    worker.on('error', (error) => giveUp(`${running}: ${String(error).slice(0, 200)}`));
  });
}

const only = process.argv.includes('--only') ? process.argv.at(-1) : undefined;
const wrong: string[] = [];
let [worst, slowest] = ['', 0];
let shapes = 0;
for (const { name, length = LENGTH } of SHAPES) {
  if (only !== undefined && !name.includes(only)) continue;
  shapes++;
  if (only !== undefined) console.log(name);
  const times = await measure(name, [length, length * 2, length * 4]);
  const [one, two, four] = [...times.values()] as [Times, Times, Times];
  for (const [step, took] of four) {
    const [first, second] = [one.get(step) ?? 0, two.get(step) ?? 0];
    if (took > slowest) [worst, slowest] = [`${name}, ${step}`, took];
    const grows = took > LEAST && took > first * MOST && took > second * 2.6;
    const words = `${name}, ${step}: ${[first, second, took].map((ms) => ms.toFixed(0)).join(', ')} ms`;
    if (grows || took > LIMIT) {
      wrong.push(words);
      console.log(`grows: ${words}`);
    } else if (took > 2000) console.log(`slow: ${words}`);
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
