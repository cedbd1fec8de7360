import { publishedDate } from '../head/published-date.ts';
import type { CitationRecord } from '../reference/citation-record.ts';
import { invertedName } from '../reference/names.ts';

/**
 * The reference as a ContextObject in a span's title (COinS, NISO Z39.88), of the Dublin Core kind:
 * that of the journal kind makes reference managers file a newspaper's article under journals.
 *
 * @returns the text of the title attribute, not yet escaped for HTML
 */
export function coins(record: CitationRecord): string {
  const fields: [string, string][] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', 'newspaperArticle'],
    ['rft.title', record.title],
    ...record.authors.map((name): [string, string] => ['rft.creator', invertedName(name)]),
    ['rft.source', record.outlet],
    ['rft.date', publishedDate(record.date)],
    ['rft.identifier', record.url],
    ['rft.language', record.language],
  ];
  return fields.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
}
