import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ArchiveProblems } from '../../model/problem.ts';
import { checkConservation } from '../../record/conservation/check.ts';
import { Counted, countedBefore, saveCounted } from '../../record/conservation/counted.ts';
import { currentProgress } from '../../record/progress.ts';
import { sharedRecord } from '../../record/shared-record.ts';

/** A new site before it is put together: what was made, and what is kept of the published one. */
interface NewSite {
  readonly made: string;
  readonly out: string;
  readonly keeps: (address: string) => boolean;
}

/**
 * Lets no site be published that has lost an article on the way.
 *
 * @throws ArchiveProblems with everything that is missing, there twice, or there and not in the record
 */
export function assertConserved({ made, out, keeps }: NewSite, content: string): void {
  // Whoever leaves out pages to measure what they cost publishes nothing.
  if (process.env['ARCHIVE_LEAVE_OUT']) return;
  currentProgress()?.begin('Counting what was made');
  const isMade = filesBelow(made);
  const fileOf = (address: string): string | undefined => {
    if (isMade(address)) return made + address;
    return keeps(address) ? out + address : undefined;
  };
  const record = sharedRecord(content);
  const ids = record.articles.map(({ id }) => id);
  const counted = new Counted(ids, countedBefore());
  const problems = checkConservation(fileOf, record, counted);
  if (problems.length > 0) throw new ArchiveProblems(problems);
  saveCounted(counted);
}

/** Tells by its address whether a file stands below a folder; each folder in it is listed once. */
function filesBelow(folder: string): (address: string) => boolean {
  const names = new Map<string, ReadonlySet<string>>();
  return (address) => {
    const end = address.lastIndexOf('/');
    const below = address.slice(0, end);
    let found = names.get(below);
    if (found === undefined) {
      const full = path.join(folder, below);
      found = new Set(existsSync(full) ? readdirSync(full) : []);
      names.set(below, found);
    }
    return found.has(address.slice(end + 1));
  };
}
