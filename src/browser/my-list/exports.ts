import { texText } from '../../formats/citation/biblatex.ts';
import { csvCell } from '../../formats/data/csv.ts';
import { type Kept, keptAddress } from './list.ts';

/** Puts a reader's note into an article's RIS. */
export function risWithNote(ris: string, note: string): string {
  const line = note.replace(/\s+/g, ' ').trim();
  return line === ''
    ? ris
    : ris.replace(/^ER {2}-/m, `N1  - ${line.replaceAll('$', '$$$$')}\r\nER  -`);
}

/** Puts a reader's note into an article's BibLaTeX. */
export function bibWithNote(bib: string, note: string): string {
  const words = texText(note.replace(/\s+/g, ' ').trim());
  if (words === '') return bib;
  return bib.replace(/\n\}\n$/, () => `\n  usera = {${words}},\n}\n`);
}

/** The list as a table for a spreadsheet (RFC 4180). */
export function listCsv(list: readonly Kept[], root: URL): string {
  const rows = list.map((kept) =>
    [kept.kind, kept.title, kept.credit, new URL(keptAddress(kept), root).href, kept.note]
      .map(csvCell)
      .join(','),
  );
  return `${['kind,title,credit,address,note', ...rows].join('\r\n')}\r\n`;
}
