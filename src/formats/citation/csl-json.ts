import { dateInWords } from '../../model/date/words.ts';
import type { CitationRecord } from '../reference/citation-record.ts';
import type { Name } from '../reference/names.ts';
import { type CslDate, cslDate } from './csl-date.ts';
import { remarksWithDate } from './remarks.ts';

/** An article as CSL-JSON (csl-data.json 1.0.2), type `article-newspaper`. */
export interface CslItem {
  id: string;
  type: 'article-newspaper';
  title: string;
  author?: Name[];
  'container-title': string;
  issued: CslDate;
  language: string;
  URL: string;
  archive: string;
  archive_location: string;
  keyword?: string;
  note: string;
  custom: Record<string, string | readonly string[]>;
}

/** The reference as a CSL item; `accessed` is the reader's to add. */
export function cslItem(record: CitationRecord): CslItem {
  const { authors, keywords, originalUrl, agencies } = record;
  return {
    id: record.key,
    type: 'article-newspaper',
    title: record.title,
    ...(authors.length > 0 && { author: [...authors] }),
    'container-title': record.outlet,
    issued: cslDate(record.date, record.circa),
    language: record.language,
    URL: record.url,
    archive: record.archive,
    archive_location: record.location,
    ...(keywords.length > 0 && { keyword: keywords.join('; ') }),
    // One paragraph that begins with no “word:”, which processors would read as a field of its own.
    note: [`From ${record.archive}, ${record.location}.`, ...remarksWithDate(record)].join(' '),
    custom: {
      date: dateInWords(record.date),
      edtf: record.date.text,
      ...(agencies.length > 0 && { agencies }),
      ...(originalUrl !== undefined && { originalUrl }),
      rights: record.rights,
    },
  };
}

/** References as a CSL-JSON file. */
export function cslJson(items: readonly CslItem[]): string {
  return `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`;
}
