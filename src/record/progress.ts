/** Is told how far a build is; who shows it decides how. */
export interface Progress {
  /** A phase begins, with so many steps where that is known. */
  begin(phase: string, total?: number): void;
  /** So many more steps are done; one when nothing is said. */
  step(count?: number): void;
}

// As with the record: the process is what Node's modules and Astro's have in common.
const KEY = Symbol.for('pressmark.progress');
const memory = globalThis as { [KEY]?: Progress };

/** Who is told how far this build is, if anybody. */
export function currentProgress(): Progress | undefined {
  return memory[KEY];
}

/** Names who is to be told. */
export function reportProgress(progress: Progress): void {
  memory[KEY] = progress;
}
