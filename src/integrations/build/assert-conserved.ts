import { existsSync } from 'node:fs';
import { ArchiveProblems } from '../../model/problem.ts';
import { checkConservation } from '../../record/conservation/check.ts';
import { currentProgress } from '../../record/progress.ts';
import { sharedRecord } from '../../record/shared-record.ts';

/**
 * Lets no site be published that has lost an article on the way.
 *
 * @param made absolute path of the finished site
 * @throws ArchiveProblems with everything that is missing, there twice, or there and not in the record
 */
export function assertConserved(made: string, content: string): void {
  // Whoever leaves out pages to measure what they cost publishes nothing.
  if (process.env['ARCHIVE_LEAVE_OUT']) return;
  currentProgress()?.begin('Counting what was made');
  const fileOf = (address: string) => (existsSync(made + address) ? made + address : undefined);
  const problems = checkConservation(fileOf, sharedRecord(content));
  if (problems.length > 0) throw new ArchiveProblems(problems);
}
