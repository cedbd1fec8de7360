import type { GuidePart } from '../model/guide.ts';
import type { Problem } from '../model/problem.ts';
import { compileText, type Origin } from './compile-text.ts';
import { type DossierParts, dossierParts, NO_PARTS } from './dossier-parts.ts';
import { guideDialect } from './guide-dialect.ts';
import { placesIn } from './parse-body.ts';

/** A guide's text, ready to be shown, and what it says of articles and records. */
export interface CompiledGuide {
  readonly parts: readonly GuidePart[];
  /** Its passages in order, as plain text; what components show is not among them. */
  readonly words: readonly string[];
  /** What has to be so in the record. */
  readonly claims: DossierParts;
}

/**
 * Compiles the text of a guide as data: what an article may hold, and the components of guides. Nothing of
 * it is a program, and no bundler ever sees it.
 *
 * @param source MDX without front matter
 * @param page address of the page that it stands on
 * @returns the guide and everything that was refused; one with problems must not be published
 */
export function compileGuide(
  source: string,
  origin: Origin,
  page: string,
): { guide: CompiledGuide; problems: Problem[] } {
  const { parts, blocks, root, problems } = compileText(source, origin, guideDialect(page));
  const placeAt = placesIn(source);
  const lineAt = (offset: number) => placeAt(offset).line + origin.linesAbove;
  const claims = root === undefined ? NO_PARTS : dossierParts(root, lineAt);
  return { guide: { parts, words: blocks.map(({ text }) => text), claims }, problems };
}
