/** Citations of an article, and every file of a site that is not a page. Record in, text out. */
export { biblatexEntry, biblatexFile } from './formats/citation/biblatex.ts';
export { coins } from './formats/citation/coins.ts';
export { type CslItem, cslItem, cslJson } from './formats/citation/csl-json.ts';
export { printedCitation } from './formats/citation/printed.ts';
export { risEntry } from './formats/citation/ris.ts';
export type { SiteFile } from './formats/files/site-file.ts';
export { type ExportContext, siteFiles } from './formats/files/site-files.ts';
export { type CitationRecord, citationOf } from './formats/reference/citation-record.ts';
export { type HoldingsToExport, holdingsOf } from './formats/reference/holdings.ts';
