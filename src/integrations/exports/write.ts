import { dataPackage, type WrittenFile } from '../../formats/data/data-package.ts';
import type { SiteFile } from '../../formats/files/site-file.ts';
import { isDataFile } from '../../formats/files/site-files.ts';
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
  files: Iterable<SiteFile>,
  settings: Settings,
): void {
  const writer = new ExportWriter(folders);
  const data: WrittenFile[] = [];
  for (const file of files) {
    const { address } = file;
    if (isDataFile(address)) data.push({ address, ...writer.writePieces(file, true) });
    else if (file.pieces && file.key !== undefined) writer.writePieces(file);
    else writer.write(file);
  }
  writer.write({ address: DATA_PACKAGE, text: () => [dataPackage(settings, data)] });
}
