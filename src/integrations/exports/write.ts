import { dataPackage } from '../../formats/data/data-package.ts';
import { type FileGroup, one } from '../../formats/files/site-file.ts';
import { DATA_PACKAGE } from '../../model/export-address.ts';
import { ArchiveProblems, type Problem } from '../../model/problem.ts';
import type { Settings } from '../../model/schema/settings.ts';
import { ExportWriter } from './export-writer.ts';

/**
 * Writes the exports of an archive into the site, with the data package that describes the data; what would come
 * out as it stands on the published site is left out.
 *
 * @param made absolute path of the site that is being made
 * @throws ArchiveProblems with every article of which something could not be written
 */
export function writeExports(made: string, groups: Iterable<FileGroup>, settings: Settings): void {
  const writer = new ExportWriter(made);
  const problems = new Map<string, Problem>();
  for (const group of groups) {
    try {
      writer.write(group);
    } catch (error) {
      if (!(error instanceof ArchiveProblems)) throw error;
      // A list meets again what stood in the way of one of its articles.
      for (const problem of error.problems) {
        problems.set(`${problem.file}\n${problem.what}`, problem);
      }
    }
  }
  if (problems.size > 0) throw new ArchiveProblems([...problems.values()]);
  const text = dataPackage(settings, writer.data);
  writer.write({ addresses: [DATA_PACKAGE], files: () => [one(DATA_PACKAGE, () => text)] });
}
