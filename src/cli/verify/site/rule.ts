import type { ArchiveRecord } from '../../../record/types.ts';
import type { Finding } from '../finding.ts';

/** A built site and the record it should show. */
export interface SiteToCheck {
  readonly folder: string;
  readonly record: ArchiveRecord;
  /** Whether pages and files may be in it that are the archive's own, or of an integration of its own. */
  readonly hasOwn?: boolean;
}

/** One check of the built site. */
export type SiteRule = (site: SiteToCheck) => Finding[];
