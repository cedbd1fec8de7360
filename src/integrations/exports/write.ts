import { dataPackage } from '../../formats/data/data-package.ts';
import { type FileGroup, one } from '../../formats/files/site-file.ts';
import { DATA_PACKAGE } from '../../model/export-address.ts';
import type { Settings } from '../../model/schema/settings.ts';
import { takingTurns } from '../../record/turns.ts';
import { ExportWriter } from './export-writer.ts';

/**
 * Writes the exports of an archive into the site, with the data package that describes the data; what would come
 * out as it stands on the published site is left out.
 *
 * @param made absolute path of the site that is being made
 */
export async function writeExports(
  made: string,
  groups: Iterable<FileGroup>,
  settings: Settings,
): Promise<void> {
  const writer = new ExportWriter(made);
  const turn = takingTurns();
  for (const group of groups) {
    writer.write(group);
    await turn();
  }
  const text = dataPackage(settings, writer.data);
  writer.write({ addresses: [DATA_PACKAGE], files: () => [one(DATA_PACKAGE, () => text)] });
}
