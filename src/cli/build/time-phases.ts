import type { Progress } from '../../record/progress.ts';
import type { Timings } from '../../record/timings.ts';

/**
 * Tells progress on, and adds up how long each phase of the main thread is.
 *
 * @param clock milliseconds, growing
 */
export function timePhases<Told extends Progress & { end(): void }>(
  told: Told,
  timings: Timings,
  clock: () => number,
): Progress & { end(): void } {
  let [phase, began] = ['Starting', clock()];
  const close = () => timings.add(phase, clock() - began);
  return {
    begin(name, total) {
      close();
      [phase, began] = [name, clock()];
      told.begin(name, total);
    },
    step: (count) => told.step(count),
    end() {
      close();
      told.end();
    },
  };
}
