// npm test: everything that must hold, step by step; `npm test -- unit site` runs the steps named.
import { join } from 'node:path';
import { ensureInstalled, exitWith, root, runNode } from './ensure-installed.mjs';

const bin = (name) => join(root, 'node_modules', ...name.split('/'));
const nodeTests = (...patterns) => ['--test', '--test-reporter=spec', ...patterns];

/** In this order. What `needs` another step is passed over when that one failed. */
const STEPS = [
  { name: 'lint', runs: [[bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.']] },
  {
    name: 'types',
    runs: [
      [bin('astro/bin/astro.mjs'), 'check', '--minimumFailingSeverity', 'warning'],
      [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tests'],
    ],
  },
  { name: 'unit', runs: [nodeTests('{src,bench,tests/unit}/**/*.test.ts')] },
  { name: 'build', runs: [['src/cli/build.ts']] },
  { name: 'verify', runs: [['src/cli/verify.ts']], needs: 'build' },
  { name: 'site', runs: [nodeTests('tests/site/**/*.test.ts')], needs: 'build' },
  {
    name: 'browser',
    runs: [nodeTests('--test-concurrency=1', 'tests/browser/**/*.test.ts')],
    needs: 'build',
  },
];

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
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failed = new Set();
  for (const step of STEPS) {
    if (wanted.length > 0 && !wanted.includes(step.name)) continue;
    if (failed.has(step.needs)) {
      console.log(`\n── ${step.name}: passed over, because ${step.needs} failed`);
      total.failed++;
      continue;
    }
    const result = await runStep(step);
    for (const key of Object.keys(total)) total[key] += result[key];
    if (result.failed > 0) failed.add(step.name);
  }
  if (failed.size > 0) console.log(`\nFailed: ${[...failed].join(', ')}`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});

/** Runs a step; one that runs no tests of its own counts as one. */
async function runStep({ name, runs }) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const run of runs) {
    let output = '';
    const code = await runNode(run, {
      write(text) {
        output += text;
        process.stdout.write(text);
      },
    });
    const isTests = run[0] === '--test';
    const read = (word) => Number(new RegExp(`^ℹ ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
    count.passed += isTests ? read('pass') : Number(code === 0);
    count.skipped += isTests ? read('skipped') + read('todo') : 0;
    // A run that ends badly without a failed test (it crashed, it found none) has failed too.
    const bad = code !== 0 || (isTests && read('pass') === 0);
    count.failed += Math.max(isTests ? read('fail') + read('cancelled') : 0, Number(bad));
  }
  console.log(`── ${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return count;
}
