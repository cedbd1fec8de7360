import { shownLine } from './shown.ts';

/** One thing that is wrong with the archive, told so that a person can mend it. */
export interface Problem {
  /** Path of the file, relative to the content folder (or to the site, for checks of the site). */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** Another file that is part of the same problem: with one of the two out of the way it is gone. */
  readonly also?: string;
  /** What happened, in one sentence. */
  readonly what: string;
  /** Why it matters, in one sentence. */
  readonly why: string;
  /** What to do now, in one sentence. */
  readonly remedy: string;
}

/** Orders problems by file, then line, then column, so that two runs report alike. */
export function compareProblems(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function place({ file: name, line, column }: Problem): string {
  const file = shownLine(name);
  if (line === undefined) return file;
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}

/** Problems one below the other, each with its place, reason and remedy. */
export function describeProblems(problems: readonly Problem[]): string {
  return [...problems]
    .sort(compareProblems)
    .map((p) => `${place(p)}\n  ${p.what}\n  Why it matters: ${p.why}\n  What to do: ${p.remedy}`)
    .join('\n\n');
}

/** The report of a run that was stopped: every problem, and a closing count. */
export function formatProblems(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return `${describeProblems(problems)}\n\n${count}. Nothing was built or changed.`;
}

/** Thrown where a run cannot go on; carries every problem found, not the first alone. */
export class ArchiveProblems extends Error {
  override readonly name = 'ArchiveProblems';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(formatProblems(problems), options);
    this.problems = problems;
  }
}

/** Whether an error is such; compiled templates have a class of their own of the same name. */
export function isArchiveProblems(error: unknown): error is ArchiveProblems {
  return error instanceof Error && error.name === 'ArchiveProblems';
}
