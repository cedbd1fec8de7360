import type { Contestant } from '../contestants/contestant.ts';
import { folderSize } from './folder-size.ts';
import type { Taken } from './run-command.ts';

/** All runs of one contestant. */
export interface Measured {
  readonly name: string;
  readonly makes: string;
  readonly runs: readonly Taken[];
  /** Size of the site that it made, in bytes, and how many files it is. */
  readonly bytes: number;
  readonly files: number;
}

/**
 * Measures contestants in turns, round after round, so that a noisy hour falls on all of them.
 *
 * @param tell is told each result as it comes
 */
export async function measureRounds(
  contestants: readonly Contestant[],
  rounds: number,
  tell: (line: string) => void,
): Promise<Measured[]> {
  const runs = new Map<string, Taken[]>(contestants.map(({ name }) => [name, []]));
  const sizes = new Map<string, { bytes: number; files: number }>();
  for (let round = 1; round <= rounds; round++) {
    for (const contestant of contestants) {
      await contestant.before();
      const taken = await contestant.run();
      runs.get(contestant.name)?.push(taken);
      sizes.set(contestant.name, folderSize(contestant.out));
      const { wall, cpu, memory } = taken;
      tell(
        `${round}/${rounds} ${contestant.name}: ${wall} s, processors ${cpu.toFixed(1)} s, ${(memory / 1e9).toFixed(2)} GB`,
      );
      await contestant.after?.();
    }
  }
  return contestants.map(({ name, makes }) => ({
    name,
    makes,
    runs: runs.get(name) ?? [],
    ...(sizes.get(name) ?? { bytes: 0, files: 0 }),
  }));
}
