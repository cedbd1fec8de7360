import type { CitationFormat } from '../../model/export-address.ts';
import { biblatexEntry, biblatexFile } from '../citation/biblatex.ts';
import { citationText } from '../citation/citation-text.ts';
import { type CslItem, cslItem } from '../citation/csl-json.ts';
import type { StyledCitation } from '../citation/read-citation-text.ts';
import { risEntry } from '../citation/ris.ts';
import { csvRow } from '../data/csv.ts';
import { type CitationRecord, citationOf } from '../reference/citation-record.ts';
import type { ExportedArticle, HoldingsToExport } from '../reference/holdings.ts';

/** Writes a citation in every style. */
export type Styled = (item: CslItem) => readonly StyledCitation[];

/** Writes articles in the formats of citation; what many lists need is written once and kept. */
export interface CitationWriter {
  readonly record: (article: ExportedArticle) => CitationRecord;
  readonly bib: (article: ExportedArticle) => string;
  readonly ris: (article: ExportedArticle) => string;
  readonly csl: (article: ExportedArticle) => string;
  readonly csv: (article: ExportedArticle) => string;
  /** The file beside the article. */
  readonly file: (article: ExportedArticle, format: CitationFormat) => string;
}

/** Makes the writer of an archive. */
export function citationWriter(
  holdings: HoldingsToExport,
  styled: Styled = () => [],
): CitationWriter {
  const record = kept((article) => citationOf(article, holdings));
  const bib = kept((article) => biblatexEntry(record(article)));
  const ris = kept((article) => risEntry(record(article)));
  const csl = kept((article) => JSON.stringify(cslItem(record(article))));
  const csv = kept((article) => csvRow(article, record(article)));
  return {
    record,
    bib,
    ris,
    csl,
    csv,
    file(article, format) {
      switch (format) {
        case 'bib':
          return biblatexFile([bib(article)], record(article).rights);
        case 'ris':
          return ris(article);
        case 'json':
          return `[\n${csl(article)}\n]\n`;
        case 'txt':
          return citationText(record(article), styled(cslItem(record(article))));
      }
    },
  };
}

function kept<Value>(
  make: (article: ExportedArticle) => Value,
): (article: ExportedArticle) => Value {
  const values = new Map<string, Value>();
  return (article) => {
    let value = values.get(article.id);
    if (value === undefined) {
      value = make(article);
      values.set(article.id, value);
    }
    return value;
  };
}
