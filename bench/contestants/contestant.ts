import type { Taken } from '../measure/run-command.ts';

/** Something that is measured: a generator with its search index, or one way to build with ours. */
export interface Contestant {
  readonly name: string;
  /** What it makes, in words for the table. */
  readonly makes: string;
  /** Folder of the site that it makes. */
  readonly out: string;
  /** Brings everything into the state before a run; not measured. */
  readonly before: () => Promise<void> | void;
  readonly run: () => Promise<Taken>;
  /** Puts back what the run was given to work on; not measured. */
  readonly after?: () => Promise<void> | void;
}
