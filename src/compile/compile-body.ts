import type { Problem } from '../model/problem.ts';
import type { Block } from './body-writer.ts';
import { compileText, type Origin } from './compile-text.ts';
import { ARTICLE } from './components.ts';

/** An article's body, ready to be shown, searched and traced. */
export interface CompiledBody {
  readonly html: string;
  /** Its passages in order, as plain text. */
  readonly blocks: readonly Block[];
}

/**
 * Compiles the body of an article as data: Markdown and the registered components, never a program.
 *
 * @param source MDX without front matter
 * @returns the body and everything that was refused; a body with problems must not be published
 */
export function compileBody(
  source: string,
  origin: Origin,
): { body: CompiledBody; problems: Problem[] } {
  const { parts, blocks, problems } = compileText(source, origin, ARTICLE);
  // An article's components are written where they stand, so that no part is a slot.
  const html = parts.filter((part) => typeof part === 'string').join('');
  return { body: { html, blocks }, problems };
}
