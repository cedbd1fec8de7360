import type { CitationRecord } from '../reference/citation-record.ts';
import type { ExportedArticle } from '../reference/holdings.ts';
import { ARTICLE_FIELDS, type FieldValue } from './fields.ts';

/** The first row of the table of articles. */
export const CSV_HEADER = `${ARTICLE_FIELDS.map(({ name }) => name).join(',')}\r\n`;

/** An article as a row of the table (RFC 4180: CR and LF, quotes doubled). */
export function csvRow(article: ExportedArticle, record: CitationRecord): string {
  return `${ARTICLE_FIELDS.map(({ of }) => csvCell(of(article, record))).join(',')}\r\n`;
}

/** How people read the exact words of a cell that was marked. */
export const CSV_NOTE =
  'A cell that a spreadsheet would take for a formula, because it or a part of it behind a semicolon begins with =, +, - or @, has an apostrophe before that sign. The JSON files have every value exactly.';

/** A value as a cell; lists are joined by "; ". */
export function csvCell(value: FieldValue): string {
  const text = withoutFormula(
    value === undefined ? '' : typeof value === 'object' ? value.join('; ') : String(value),
  );
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What spreadsheets begin a formula with, in letters of full width too, behind what they pass over. */
const FORMULA =
  /(?<=^|[;\t\r\n])((?:(?![\t\r\n])[\s\p{Cc}\p{Cf}"'“”])*)(?=[=+\-@＝＋－＠])(?![+-]?\d+(?:\.\d+)?\s*(?:[;\t\r\n]|$))/gu;

/**
 * A text in which no spreadsheet finds a formula (https://owasp.org/www-community/attacks/CSV_Injection):
 * an apostrophe makes it text. Where lists are parted by semicolons a program may part the line there as
 * well, and then quotation marks do not hold it together. Numbers stay numbers.
 */
function withoutFormula(text: string): string {
  return text.replace(FORMULA, "$1'").replace(/^(?=[\t\r])/, "'");
}
