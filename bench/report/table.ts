import type { Measured } from '../measure/rounds.ts';
import { median, withRange } from './numbers.ts';

/** Who is 1.00: every figure is told as a multiple of what this one took in the same run. */
export const YARDSTICK = 'Hugo + Pagefind, from nothing';

const HEAD = [
  '| | wall, × | wall, s | processors, × | memory, GB | site, MB | files |',
  '|---|---|---|---|---|---|---|',
];

/** A table of what was measured in one series of rounds. */
export function table(measured: readonly Measured[]): string {
  const one = measured.find(({ name }) => name === YARDSTICK);
  const times = (pick: (run: Measured['runs'][number]) => number, { runs }: Measured) =>
    one ? (median(runs.map(pick)) / median(one.runs.map(pick))).toFixed(2) : '–';
  const rows = measured.map((line) => {
    const { name, runs, bytes, files } = line;
    const cells = [
      name,
      times(({ wall }) => wall, line),
      withRange(runs.map(({ wall }) => wall)),
      times(({ cpu }) => cpu, line),
      withRange(
        runs.map(({ memory }) => memory / 1e9),
        2,
      ),
      (bytes / 1e6).toFixed(0),
      files.toLocaleString('en'),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [...HEAD, ...rows].join('\n');
}
