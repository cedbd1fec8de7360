import type { Problem } from '../../model/problem.ts';
import type { ArchiveRecord, ArticleEntry } from '../../record/types.ts';
import type { CapturesOf } from './captures.ts';

/** A problem that fails the run, or advice that does not. */
export interface Finding extends Problem {
  readonly advice?: true;
}

/** One check of the files of a content folder, whatever stands in them. */
export type FolderRule = (content: { readonly folder: string }) => Finding[];

/** One check of the content folder, beyond what keeps a build from starting. */
export type ContentRule = (content: ContentToCheck) => Finding[] | Promise<Finding[]>;

/** One check of each article by itself. */
export type ArticleRule = (article: ArticleEntry, content: ContentToCheck) => Promise<Finding[]>;

/** A content folder that could be read; bodies are whole. */
export interface ContentToCheck {
  readonly folder: string;
  readonly record: ArchiveRecord;
  /** Captures as text, each read once for all rules. */
  readonly captures: CapturesOf;
}
