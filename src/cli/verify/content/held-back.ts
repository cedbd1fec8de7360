import type { ContentRule, Finding } from '../finding.ts';

/** A dossier that shows something of a withdrawn article is edited by a person; until then the site holds it back. */
export const heldBackRule: ContentRule = ({ record }) =>
  record.dossiers.flatMap(({ file, heldBack }) =>
    heldBack.map(
      ({ line, article, whole }): Finding => ({
        file,
        line,
        what: whole
          ? `This dossier holds sentences of ${article}, which was withdrawn; the site shows a note in its place.`
          : `This quotation or card is of ${article}, which was withdrawn; the site shows a note in its place.`,
        why: 'The words still stand in the content folder and in every copy of it, and readers miss what the dossier says.',
        remedy: `Take them out of the dossier, then run “npm run seal -- ${file}”.`,
      }),
    ),
  );
