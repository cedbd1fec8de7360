import { LIST_FORMATS, type ListFormat, listAddress } from '../../model/export-address.ts';
import type { Settings } from '../../model/schema/settings.ts';
import { biblatexFile } from '../citation/biblatex.ts';
import { CSV_HEADER } from '../data/csv.ts';
import type { CitationWriter } from './citation-writer.ts';
import type { ExportKeys, Numbers } from './export-keys.ts';
import type { Listed } from './listings.ts';
import { type FileGroup, inPieces, type Pieces } from './site-file.ts';

/** What the files of all lists share. */
export interface ListContext {
  readonly writer: CitationWriter;
  readonly keys: ExportKeys;
  readonly settings: Settings;
}

/** The articles of a page as files, one for each format. */
export function listFiles(
  { page, numbers }: Listed,
  { writer, keys, settings }: ListContext,
  of: Numbers = numbers,
): FileGroup {
  const addresses = LIST_FORMATS.map((format) => listAddress(page, format));
  return {
    key: () => keys.list(of),
    addresses,
    files() {
      const pieces = (format: ListFormat): Pieces => ({
        ...around(format, settings, numbers.length),
        count: numbers.length,
        bytes: (at) => writer.entries[format].bytes(numbers[at] ?? 0),
      });
      return LIST_FORMATS.map((format, at) => inPieces(addresses[at] ?? '', pieces(format)));
    },
  };
}

/** What stands around and between entries; an entry ends with a line of its own. */
function around(
  format: ListFormat,
  settings: Settings,
  count: number,
): Pick<Pieces, 'head' | 'joint' | 'foot'> {
  switch (format) {
    case 'bib': {
      const rights = settings.rights.trim().replace(/\s*\n\s*/g, ' ');
      return { head: biblatexFile([], rights), joint: '\n', foot: count > 0 ? '\n' : '' };
    }
    case 'ris':
      return { head: '', joint: '\r\n', foot: count > 0 ? '\r\n' : '' };
    case 'json':
      return { head: '[\n', joint: ',\n', foot: '\n]\n' };
    case 'csv':
      return { head: CSV_HEADER, joint: '', foot: '' };
  }
}
