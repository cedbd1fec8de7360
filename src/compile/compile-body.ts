import type { Problem } from '../model/problem.ts';
import { type Block, BodyWriter } from './body-writer.ts';
import { deepLine, deepNode } from './nesting.ts';
import { parseBody, placesIn } from './parse-body.ts';
import { characterRefusal, NESTED, type Refusal, unshownRefusal } from './refusals.ts';
import { unreadableCharacters } from './unreadable-characters.ts';
import { unshownWords } from './unshown-words.ts';

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
 * @param origin file for messages (relative to the content folder) and lines that stand above `source` in it
 * @returns the body and everything that was refused; a body with problems must not be published
 */
export function compileBody(
  source: string,
  origin: { file: string; linesAbove: number },
): { body: CompiledBody; problems: Problem[] } {
  const problems: Problem[] = [];
  const placeAt = placesIn(source);
  const refuseAt = (offset: number, refusal: Refusal) => {
    const { line, column } = placeAt(offset);
    problems.push({ file: origin.file, line: line + origin.linesAbove, column, ...refusal });
  };
  for (const { offset, point, asReference } of unreadableCharacters(source)) {
    refuseAt(offset, characterRefusal(point, asReference));
  }
  const nothing = { body: { html: '', blocks: [] }, problems };
  const deep = deepLine(source);
  if (deep !== undefined) {
    refuseAt(deep, NESTED);
    return nothing;
  }
  const parsed = parseBody(source);
  if ('fault' in parsed) {
    refuseAt(parsed.fault.offset, parsed.fault.refusal);
    return nothing;
  }
  const tooDeep = deepNode(parsed.root);
  if (tooDeep !== undefined) {
    refuseAt(tooDeep.position?.start.offset ?? 0, NESTED);
    return nothing;
  }
  const writer = new BodyWriter(source, ({ position }, refusal) =>
    refuseAt(position?.start.offset ?? 0, refusal),
  );
  const html = writer.write(parsed.root);
  for (const { offset, text } of unshownWords(source, parsed.root)) {
    refuseAt(offset, unshownRefusal(text));
  }
  return { body: { html, blocks: writer.blocks }, problems };
}
