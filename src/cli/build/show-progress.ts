import type { Progress } from '../../record/progress.ts';
import { progressWords } from './progress-words.ts';

/** What progress is written to: a terminal, or a file that keeps what stands there. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const EVERY_MS = 250;
/** Shorter phases than this are not worth a line. */
const LONG_MS = 1500;

/**
 * Shows how far a build is: on a terminal one line that is written over and wiped at the end;
 * elsewhere, as in CI, one line a phase when it begins to be long.
 *
 * @param clock milliseconds, growing
 */
export function showProgress(screen: Screen, clock: () => number): Progress & { end(): void } {
  let [phase, total, done] = ['', 0, 0];
  let [began, shown] = [0, 0];
  let told = false;
  const show = () => {
    const now = clock();
    if (now - began < LONG_MS || now - shown < EVERY_MS || (told && !screen.isTTY)) return;
    shown = now;
    told = true;
    const words = progressWords(phase, { done, total, milliseconds: now - began });
    screen.write(screen.isTTY ? `\r\u001B[K${words}` : `${words}\n`);
  };
  const wipe = () => {
    if (told && screen.isTTY) screen.write('\r\u001B[K');
  };
  return {
    begin(name, of = 0) {
      wipe();
      [phase, total, done] = [name, of, 0];
      [began, shown, told] = [clock(), 0, false];
    },
    step(count = 1) {
      done += count;
      show();
    },
    end: wipe,
  };
}
