import type { CitationFormat, ListFormat } from '../../model/export-address.ts';
import { biblatexEntry, biblatexFile } from '../citation/biblatex.ts';
import { citationText } from '../citation/citation-text.ts';
import { type CslItem, cslItem } from '../citation/csl-json.ts';
import type { StyledCitation } from '../citation/read-citation-text.ts';
import { risEntry } from '../citation/ris.ts';
import { csvRow } from '../data/csv.ts';
import { type CitationRecord, citationOf } from '../reference/citation-record.ts';
import type { ExportedArticle, HoldingsToExport } from '../reference/holdings.ts';
import { KeptTexts } from './kept-texts.ts';
import { ofArticle } from './of-article.ts';

/** Writes a citation in every style. */
export type Styled = (item: CslItem) => readonly StyledCitation[];

/**
 * Writes articles, by their numbers in the order of the archive, in the formats of citation. What many lists
 * need is written once and kept.
 */
export interface CitationWriter {
  readonly record: (number: number) => CitationRecord;
  /** An article as one entry of a list. */
  readonly entries: Readonly<Record<ListFormat, KeptTexts>>;
  /** The file beside the article. */
  readonly file: (number: number, format: CitationFormat) => string;
}

/** Makes the writer of an archive. */
export function citationWriter(
  holdings: HoldingsToExport,
  styled: Styled = () => [],
): CitationWriter {
  const { articles } = holdings;
  const article = (number: number): ExportedArticle => {
    const found = articles[number];
    if (found === undefined) throw new RangeError(`There is no article ${number}.`);
    return found;
  };
  // Formats of one article are asked for one after the other.
  let last: { readonly number: number; readonly record: CitationRecord } | undefined;
  const record = (number: number): CitationRecord => {
    if (last?.number !== number) {
      const one = article(number);
      last = {
        number,
        record: ofArticle(one.id, 'Its reference', () => citationOf(one, holdings)),
      };
    }
    return last.record;
  };
  const kept = (what: string, make: (record: CitationRecord, number: number) => string) =>
    new KeptTexts(articles.length, (number) => {
      const one = record(number);
      return ofArticle(one.location, what, () => make(one, number));
    });
  const entries = {
    bib: kept('Its citation in BibLaTeX', biblatexEntry),
    ris: kept('Its citation in RIS', risEntry),
    json: kept('Its citation in CSL-JSON', (one) => JSON.stringify(cslItem(one))),
    csv: kept('Its row in tables', (one, number) => csvRow(article(number), one)),
  };
  return {
    record,
    entries,
    file(number, format) {
      switch (format) {
        case 'bib':
          return biblatexFile([entries.bib.text(number)], record(number).rights);
        case 'ris':
          return entries.ris.text(number);
        case 'json':
          return `[\n${entries.json.text(number)}\n]\n`;
        case 'txt':
          return ofArticle(record(number).location, 'Its citation as text', () =>
            citationText(record(number), styled(cslItem(record(number)))),
          );
      }
    },
  };
}
