import { type HastNode, mdxToHast } from 'satteri';
import type { Problem } from '../model/problem.ts';
import { type Block, BodyWriter } from './body-writer.ts';

/** An article's body, ready to be shown, searched and traced. */
export interface CompiledBody {
  readonly html: string;
  /** Its passages in order, as plain text. */
  readonly blocks: readonly Block[];
}

// Nothing that changes a captured word: no curled marks, no dashes made of hyphens. GFM is on for
// its tables alone; what else it would do (strike, link, tick) BodyWriter turns back into the text.
const FEATURES = {
  frontmatter: false,
  smartPunctuation: false,
  gfm: { footnotes: false },
} as const;

/**
 * Compiles the body of an article as data: Markdown and the registered components, never a program.
 *
 * @param source MDX without front matter
 * @param origin file for messages (relative to the content folder) and lines that stand above `source` in it
 * @returns the body and everything that was refused; a body with problems must not be published
 */
export function compileBody(
  source: string,
  origin: { file: string; linesAbove: number },
): { body: CompiledBody; problems: Problem[] } {
  const writer = new BodyWriter(source, origin);
  let root: HastNode;
  try {
    root = mdxToHast(source, { features: FEATURES, position: true });
  } catch (error) {
    return { body: { html: '', blocks: [] }, problems: [syntaxProblem(error, origin)] };
  }
  const html = writer.write(root);
  return { body: { html, blocks: writer.blocks }, problems: writer.problems };
}

function syntaxProblem(error: unknown, origin: { file: string; linesAbove: number }): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const [, line = '1', column = '1', text = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
  return {
    file: origin.file,
    line: Number(line) + origin.linesAbove,
    column: Number(column),
    what: `The text cannot be read as MDX: ${text.replace(/\s*\(note:.*$/s, '')}.`,
    why: 'MDX reads <, { and } as the beginning of code; the article would be cut short or not built at all.',
    remedy: 'Write a backslash before the character when it is part of the text: \\<, \\{, \\}.',
  };
}
