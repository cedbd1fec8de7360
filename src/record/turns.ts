import { setImmediate } from 'node:timers/promises';

/** Milliseconds that others may have to wait. */
const LONG = 20;

/**
 * Lets what waits for this thread have its turn from time to time: a thread beside it that asks for
 * something would else wait for the end of a long loop.
 *
 * @returns to be called and awaited again and again; costs a look at the clock when no turn is due
 */
export function takingTurns(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < LONG) return undefined;
    return setImmediate().then(() => {
      last = performance.now();
    });
  };
}
