import type { CslItem } from '../../formats/citation/csl-json.ts';
import type { StyledCitation } from '../../formats/citation/read-citation-text.ts';
import { citationFormatter } from '../../formats/citation/styled.ts';
import apa from '../../formats/csl/apa.csl?raw';
import chicagoAuthorDate from '../../formats/csl/chicago-author-date.csl?raw';
import chicagoNotes from '../../formats/csl/chicago-fullnote-bibliography.csl?raw';
import harvard from '../../formats/csl/harvard-cite-them-right.csl?raw';
import english from '../../formats/csl/locales-en-GB.xml?raw';
import american from '../../formats/csl/locales-en-US.xml?raw';
import mla from '../../formats/csl/modern-language-association.csl?raw';

/** Writes the citations of an article in the browser, from its CSL-JSON. */
export function writeCitations([item]: readonly CslItem[]): StyledCitation[] {
  if (item === undefined) return [];
  const write = citationFormatter({
    styles: {
      apa,
      'chicago-author-date': chicagoAuthorDate,
      'chicago-fullnote-bibliography': chicagoNotes,
      'harvard-cite-them-right': harvard,
      'modern-language-association': mla,
    },
    locales: { 'en-GB': english, 'en-US': american },
  });
  return write(item);
}
