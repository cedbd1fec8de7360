import type { ArchiveRecord } from '../../../record/types.ts';
import type { Finding } from '../finding.ts';

/** A built site and the record it should show. */
export interface SiteToCheck {
  readonly folder: string;
  readonly record: ArchiveRecord;
}

/** One check of the built site. */
export type SiteRule = (site: SiteToCheck) => Finding[];
