import type { Problem } from '../model/problem.ts';

/** A name that is spelled as it should be and that a disk still can't hold. */
export function unfit(file: string, why: string): Problem {
  return {
    file,
    what: 'The name of this file does not work on every disk.',
    why,
    remedy: 'Name it otherwise, and correct the ids that mean it.',
  };
}
