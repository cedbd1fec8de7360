import type { CitationRecord } from '../reference/citation-record.ts';
import type { ExportedArticle } from '../reference/holdings.ts';
import { publishedBody } from '../reference/published-body.ts';
import { ARTICLE_FIELDS, TEXT_FIELD } from './fields.ts';

/** An article with its text as one line of JSON, under the names of the table's columns. */
export function ndjsonLine(article: ExportedArticle, record: CitationRecord): string {
  const row = Object.fromEntries(ARTICLE_FIELDS.map(({ name, of }) => [name, of(article, record)]));
  return `${JSON.stringify({ ...row, [TEXT_FIELD.name]: publishedBody(article)?.text })}\n`;
}
