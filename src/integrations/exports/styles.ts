import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CITATION_STYLES, citationFormatter } from '../../formats/citation/styled.ts';
import type { Styled } from '../../formats/files/citation-writer.ts';
import { PACKAGE_ROOT } from '../../record/package-root.ts';

/** Reads the CSL styles and locales and makes the writer of citations. */
export function readStyles(): Styled {
  const read = (file: string) =>
    readFileSync(path.join(PACKAGE_ROOT, 'src/formats/csl', file), 'utf8');
  const styles = Object.fromEntries(CITATION_STYLES.map(({ file }) => [file, read(`${file}.csl`)]));
  return citationFormatter({
    styles: styles as Parameters<typeof citationFormatter>[0]['styles'],
    locales: { 'en-GB': read('locales-en-GB.xml'), 'en-US': read('locales-en-US.xml') },
  });
}
