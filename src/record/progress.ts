import { ofProcess } from './of-process.ts';

/** Is told how far a build is; who shows it decides how. */
export interface Progress {
  /** A phase begins, with so many steps where that is known. */
  begin(phase: string, total?: number): void;
  /** So many more steps are done; one when nothing is said. */
  step(count?: number): void;
}

const told = ofProcess<Progress>('progress');

/** Who is told how far this build is, if anybody. */
export const currentProgress = told.get;

/** Names who is to be told. */
export const reportProgress = told.set;
