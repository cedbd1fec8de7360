import { ArchiveProblems } from '../../model/problem.ts';
import { checkConservation } from '../../record/conservation/check.ts';
import { currentProgress } from '../../record/progress.ts';
import { sharedRecord } from '../../record/shared-record.ts';

/**
 * Lets no site take the place of another that has lost an article on the way.
 *
 * @throws ArchiveProblems with everything that is missing, there twice, or there and not in the record
 */
export function assertConserved(site: string, content: string): void {
  // Whoever leaves out pages to measure what they cost publishes nothing.
  if (process.env['ARCHIVE_LEAVE_OUT']) return;
  currentProgress()?.begin('Counting what was made');
  const problems = checkConservation(site, sharedRecord(content));
  if (problems.length > 0) throw new ArchiveProblems(problems);
}
