import CSL from 'citeproc';
import type { CslItem } from './csl-json.ts';
import type { StyledCitation } from './read-citation-text.ts';

/** A style in which articles are cited: its name, its CSL file, and which of its two forms is given. */
export const CITATION_STYLES = [
  { name: 'APA 7', file: 'apa', form: 'bibliography' },
  { name: 'MLA 9', file: 'modern-language-association', form: 'bibliography' },
  { name: 'Chicago 17, note', file: 'chicago-fullnote-bibliography', form: 'note' },
  { name: 'Chicago 17, bibliography', file: 'chicago-fullnote-bibliography', form: 'bibliography' },
  { name: 'Chicago 17, author-date', file: 'chicago-author-date', form: 'bibliography' },
  { name: 'Harvard', file: 'harvard-cite-them-right', form: 'bibliography' },
] as const;

export type StyleFile = (typeof CITATION_STYLES)[number]['file'];

/** CSL styles and locales as texts, by the names of their files. */
export interface StyleSheets {
  readonly styles: Readonly<Record<StyleFile, string>>;
  readonly locales: Readonly<Record<'en-GB' | 'en-US', string>>;
}

/**
 * Makes a function that writes an article's citation in every style. Each item is formatted alone:
 * letters behind years (2019a) depend on what else a reader cites.
 */
export function citationFormatter(sheets: StyleSheets): (item: CslItem) => StyledCitation[] {
  let current: CslItem | undefined;
  const system = {
    retrieveLocale: (tag: string) => sheets.locales[tag === 'en-GB' ? tag : 'en-US'],
    // Notes are for readers of the record; some styles would print them.
    retrieveItem: (id: string) => ({ ...current, id, note: undefined, custom: undefined }),
  };
  // One engine a form: an engine that has written a note takes its item for cited twice.
  const engines = CITATION_STYLES.map((style) => {
    const engine = new CSL.Engine(system, sheets.styles[style.file]);
    engine.opt.development_extensions['wrap_url_and_doi'] = false;
    engine.setOutputFormat('text');
    return { ...style, engine };
  });
  return (item) => {
    current = item;
    return engines.map(({ name, form, engine }) => {
      engine.updateItems([], true);
      engine.updateItems([item.id], true);
      const text =
        form === 'note'
          ? engine.previewCitationCluster(
              { citationItems: [{ id: item.id }], properties: { noteIndex: 0 } },
              [],
              [],
              'text',
            )
          : (engine.makeBibliography() || [undefined, ['']])[1].join('');
      return { style: name, text: text.trim() };
    });
  };
}
