import { texText } from '../../formats/citation/biblatex.ts';
import { type CslItem, cslJson } from '../../formats/citation/csl-json.ts';
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

/** What articles on the list can be had as, and the types of those files. */
export const REFERENCE_TYPES = {
  ris: 'application/x-research-info-systems',
  bib: 'application/x-bibtex',
  json: 'application/json',
} as const;

export type ReferenceFormat = keyof typeof REFERENCE_TYPES;

/** An article's file of citation with the reader's note in it. */
export function withReaderNote(text: string, format: ReferenceFormat, note: string): string {
  if (format === 'ris') return risWithNote(text, note);
  return format === 'bib' ? bibWithNote(text, note) : cslWithNote(text, note);
}

/** Puts a reader's note into an article's CSL-JSON, behind what the archive says of it. */
export function cslWithNote(json: string, note: string): string {
  const line = note.replace(/\s+/g, ' ').trim();
  if (line === '') return json;
  const items = JSON.parse(json) as CslItem[];
  return cslJson(items.map((item) => ({ ...item, note: `${item.note} My note: ${line}` })));
}

/** Files of one article each as one file. */
export function joinReferences(texts: readonly string[], format: ReferenceFormat): string {
  if (format === 'json') return cslJson(texts.flatMap((text) => JSON.parse(text) as CslItem[]));
  return texts.join(format === 'ris' ? '\r\n' : '\n');
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
