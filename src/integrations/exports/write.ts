import { dataPackage } from '../../formats/data/data-package.ts';
import { type FileGroup, one } from '../../formats/files/site-file.ts';
import { DATA_PACKAGE } from '../../model/export-address.ts';
import type { Settings } from '../../model/schema/settings.ts';
import { ExportWriter } from './export-writer.ts';

/**
 * Writes the exports of an archive into the site, and the data package that describes the data; what
 * would come out as it stands on the published site is left out.
 *
 * @param published absolute path of the site as it stands
 */
export function writeExports(
  folders: { readonly made: string; readonly published: string },
  groups: Iterable<FileGroup>,
  settings: Settings,
): void {
  const writer = new ExportWriter(folders);
  for (const group of groups) writer.write(group);
  const text = dataPackage(settings, writer.data);
  writer.write({ addresses: [DATA_PACKAGE], files: () => [one(DATA_PACKAGE, () => text)] });
  writer.close();
}
