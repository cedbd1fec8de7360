import type { Problem } from '../../model/problem.ts';
import type { ArchiveRecord } from '../../record/types.ts';

/** A problem that fails the run, or advice that does not. */
export interface Finding extends Problem {
  readonly advice?: true;
}

/** One check of the content folder, beyond what keeps a build from starting. */
export type ContentRule = (content: ContentToCheck) => Finding[];

/** A content folder that could be read. */
export interface ContentToCheck {
  readonly folder: string;
  readonly record: ArchiveRecord;
}
