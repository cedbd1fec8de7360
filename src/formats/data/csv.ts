import type { CitationRecord } from '../reference/citation-record.ts';
import type { ExportedArticle } from '../reference/holdings.ts';
import { ARTICLE_FIELDS, type FieldValue } from './fields.ts';

/** The first row of the table of articles. */
export const CSV_HEADER = `${ARTICLE_FIELDS.map(({ name }) => name).join(',')}\r\n`;

/** An article as a row of the table (RFC 4180: CR and LF, quotes doubled). */
export function csvRow(article: ExportedArticle, record: CitationRecord): string {
  return `${ARTICLE_FIELDS.map(({ of }) => csvCell(of(article, record))).join(',')}\r\n`;
}

/** A value as a cell; lists are joined by "; ". */
export function csvCell(value: FieldValue): string {
  const text =
    value === undefined ? '' : typeof value === 'object' ? value.join('; ') : String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
