import { existsSync } from 'node:fs';
import path from 'node:path';
import { ArchiveProblems } from '../../model/problem.ts';
import { checkConservation } from '../../record/conservation/check.ts';
import { currentProgress } from '../../record/progress.ts';
import { sharedRecord } from '../../record/shared-record.ts';

/** A new site before it is put together: what was made, and what is kept of the published one. */
interface NewSite {
  readonly made: string;
  readonly out: string;
  readonly kept: readonly string[];
}

/**
 * Lets no site be published that has lost an article on the way.
 *
 * @throws ArchiveProblems with everything that is missing, there twice, or there and not in the record
 */
export function assertConserved({ made, out, kept }: NewSite, content: string): void {
  // Whoever leaves out pages to measure what they cost publishes nothing.
  if (process.env['ARCHIVE_LEAVE_OUT']) return;
  currentProgress()?.begin('Counting what was made');
  const stays = new Set(kept);
  const fileOf = (address: string): string | undefined => {
    const fresh = path.join(made, address);
    if (existsSync(fresh)) return fresh;
    return stays.has(address) ? path.join(out, address) : undefined;
  };
  const problems = checkConservation(fileOf, sharedRecord(content));
  if (problems.length > 0) throw new ArchiveProblems(problems);
}
