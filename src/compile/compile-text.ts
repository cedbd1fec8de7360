import type { HastNode } from 'satteri';
import type { GuidePart } from '../model/guide.ts';
import type { Problem } from '../model/problem.ts';
import { type Block, BodyWriter } from './body-writer.ts';
import type { Dialect } from './dialect.ts';
import { deepLine, deepNode } from './nesting.ts';
import { parseAll, placesIn } from './parse-body.ts';
import {
  characterRefusal,
  NESTED,
  type Refusal,
  unevenRefusal,
  unshownRefusal,
} from './refusals.ts';
import { type UnevenTag, unevenTags } from './uneven-tags.ts';
import { unreadableCharacters } from './unreadable-characters.ts';
import { unshownWords } from './unshown-words.ts';

/** A text as it was compiled. */
export interface CompiledText {
  readonly parts: readonly GuidePart[];
  /** Its passages in order, as plain text. */
  readonly blocks: readonly Block[];
  /** What the parser made of it; absent where it could make nothing of it. */
  readonly root?: HastNode;
  readonly problems: Problem[];
}

/** Where a text comes from: file for messages (relative to the content folder) and lines above it in that file. */
export interface Origin {
  readonly file: string;
  readonly linesAbove: number;
}

/**
 * Compiles a text as data: Markdown and the components of a dialect, never a program.
 *
 * @param source MDX without front matter
 * @returns the text and everything that was refused, in one run; a text with problems must not be published
 */
export function compileText(source: string, origin: Origin, dialect: Dialect): CompiledText {
  const problems: Problem[] = [];
  const placeAt = placesIn(source);
  const refuseAt = (offset: number, refusal: Refusal) => {
    const { line, column } = placeAt(offset);
    problems.push({ file: origin.file, line: line + origin.linesAbove, column, ...refusal });
  };
  for (const { offset, point, asReference } of unreadableCharacters(source)) {
    refuseAt(offset, characterRefusal(point, asReference));
  }
  const nothing = { parts: [], blocks: [], problems };
  const deep = deepLine(source);
  if (deep !== undefined) {
    refuseAt(deep, NESTED);
    return nothing;
  }
  const uneven = unevenTags(source);
  for (const { name, opening, closing } of uneven) {
    refuseAt(closing, unevenRefusal(name, opening !== undefined));
  }
  const { root, read, faults } = parseAll(withoutSigns(source, uneven));
  for (const { offset, refusal } of faults) refuseAt(offset, refusal);
  if (root === undefined) return nothing;
  const tooDeep = deepNode(root);
  if (tooDeep !== undefined) {
    refuseAt(tooDeep.position?.start.offset ?? 0, NESTED);
    return nothing;
  }
  const writer = new BodyWriter(read, dialect, ({ position }, refusal) =>
    refuseAt(position?.start.offset ?? 0, refusal),
  );
  const parts = writer.write(root);
  for (const { offset, text } of unshownWords(read, root)) refuseAt(offset, unshownRefusal(text));
  return { parts, blocks: writer.blocks, root, problems };
}

/** The source with the tags taken for text, so that everything else that is wrong is found in the same run. */
function withoutSigns(source: string, tags: readonly UnevenTag[]): string {
  let text = source;
  for (const at of tags.flatMap(({ opening = [], closing }) => [opening, closing].flat())) {
    text = `${text.slice(0, at)} ${text.slice(at + 1)}`;
  }
  return text;
}
