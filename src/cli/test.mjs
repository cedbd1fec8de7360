// npm test: everything that must hold, step by step; `npm test -- unit site` runs the steps named.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';
import { exitWith, root, runNode } from './run-node.mjs';

const bin = (name) => join(root, 'node_modules', ...name.split('/'));
/**
 * Files of tests that need nothing but themselves share a process, which loads the same modules once, at half the time in
 * all. Those that build or look at a site have one each: what one of them starts before its tests is then up to it alone, and
 * ends with it.
 */
const nodeTests = (patterns, isolation) => [
  '--test',
  '--test-reporter=spec',
  '--test-concurrency=1',
  `--test-isolation=${isolation}`,
  patterns,
];

/**
 * Two run at once, each a lane of one processor: on two cores that takes two thirds of the time, while `node --test` by
 * itself leaves one of two cores idle. Three took as long. A step waits for those it `needs`; the longest are named first.
 */
const STEPS = [
  { name: 'lint', runs: [[bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']] },
  { name: 'build', runs: [['src/cli/build.ts']] },
  { name: 'site', runs: [nodeTests('tests/site/**/*.test.ts', 'process')], needs: 'build' },
  { name: 'browser', runs: [nodeTests('tests/browser/**/*.test.ts', 'process')], needs: 'build' },
  { name: 'unit', runs: [nodeTests('{src,bench,tests/unit}/**/*.test.ts', 'none')] },
  {
    name: 'types',
    // astro check ends with 0 where it can't load its checker, and has then checked nothing.
    says: /Result \([1-9]\d* files\)/,
    runs: [
      [bin('astro/bin/astro.mjs'), 'check', '--minimumFailingSeverity', 'warning'],
      [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tests'],
    ],
  },
  { name: 'verify', runs: [['src/cli/verify.ts']], needs: 'build' },
];
const LANES = 2;

await exitWith(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(
      `There is no step “${unknown.join('”, “')}”. Steps: ${STEPS.map(({ name }) => name).join(', ')}.`,
    );
    return 1;
  }
  await ensureInstalled();
  const steps = STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  // What is made once for several steps stands here, and goes with this run.
  const shared = mkdtempSync(join(tmpdir(), 'pressmark-test-'));
  process.on('exit', () => rmSync(shared, { recursive: true, force: true }));
  process.env.PRESSMARK_TEST_RUN = shared;
  const results = await runInLanes(steps);
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const result of results.values()) {
    for (const key of Object.keys(total)) total[key] += result[key];
  }
  const failed = steps.filter(({ name }) => results.get(name).failed > 0);
  if (failed.length > 0) console.log(`\nFailed: ${failed.map(({ name }) => name).join(', ')}`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});

/** What each step came to, by its name. */
async function runInLanes(steps) {
  const results = new Map();
  const waiting = [...steps];
  const running = new Set();
  const isReady = ({ needs }) => !steps.some(({ name }) => name === needs) || results.has(needs);
  while (waiting.length + running.size > 0) {
    for (const step of waiting.filter(isReady)) {
      if (running.size === LANES) break;
      waiting.splice(waiting.indexOf(step), 1);
      const alone = steps.length === 1;
      const run = finish(step, results, alone).then(() => running.delete(run));
      running.add(run);
    }
    await Promise.race(running);
  }
  return results;
}

/** Runs a step and tells what it said in one piece, since another runs beside it. */
async function finish(step, results, alone) {
  if (results.get(step.needs)?.failed > 0) {
    console.log(`\n── ${step.name}: passed over, because ${step.needs} failed`);
    results.set(step.name, { passed: 0, failed: 1, skipped: 0 });
    return;
  }
  console.log(`── ${step.name}: begun`);
  const started = performance.now();
  const { count, output } = await runStep(step, alone);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  if (!alone) process.stdout.write(`\n── ${step.name}\n${output}`);
  console.log(`── ${step.name}: ${seconds} s`);
  results.set(step.name, count);
}

/** Runs what a step is made of; a run that holds no tests of its own counts as one. */
async function runStep({ runs, says = /(?:)/ }, alone) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  let all = '';
  for (const run of runs) {
    let output = '';
    const code = await runNode(run, {
      env: { INIT_CWD: root },
      write(text) {
        output += text;
        if (alone) process.stdout.write(text);
      },
    });
    all += output;
    const isTests = run[0] === '--test';
    const read = (word) => Number(new RegExp(`^ℹ ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
    count.passed += isTests ? read('pass') : Number(code === 0);
    count.skipped += isTests ? read('skipped') + read('todo') : 0;
    // A run that ends badly without a failed test (it crashed, it found none) has failed too.
    const bad = code !== 0 || (isTests && read('pass') === 0);
    count.failed += Math.max(isTests ? read('fail') + read('cancelled') : 0, Number(bad));
  }
  if (!says.test(all)) count.failed++;
  return { count, output: all };
}
