import { dateInWords } from '../../model/date/words.ts';
import type { CitationRecord } from '../reference/citation-record.ts';
import { spokenName } from '../reference/names.ts';
import type { StyledCitation } from './read-citation-text.ts';
import { remarksOf } from './remarks.ts';

/**
 * The `.txt` beside an article: its citation in every style, a heading and a line each, then what is
 * known of it, so that nobody has to trust a style.
 *
 * @param styled none in archives where writing them all would take too long
 */
export function citationText(record: CitationRecord, styled: readonly StyledCitation[]): string {
  const facts = [
    `Title: ${record.title}`,
    ...(record.authors.length > 0 ? [`By: ${record.authors.map(spokenName).join('; ')}`] : []),
    `Outlet: ${record.outlet}`,
    `Date: ${dateInWords(record.date)} (${record.date.text})`,
    `Language: ${record.language}`,
    `Address: ${record.url}`,
    `Archive: ${record.archive}, ${record.location}`,
    ...remarksOf(record),
  ];
  const citations = styled.map(({ style, text }) => `${style}\n${text}\n\n`).join('');
  return `${citations}${facts.join('\n')}\n`;
}
