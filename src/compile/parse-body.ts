import { type HastNode, mdxToHast } from 'satteri';
import { expressionRefusal, type Refusal, syntaxRefusal } from './refusals.ts';

// Nothing that changes a captured word: no curled marks, no dashes made of hyphens. GFM is on for
// its tables alone; what else it would do (strike, link, tick) BodyWriter turns back into the text.
const FEATURES = {
  frontmatter: false,
  smartPunctuation: false,
  gfm: { footnotes: false },
} as const;

/** Where the parser gave up, and why. */
export interface SyntaxFault {
  readonly offset: number;
  readonly refusal: Refusal;
}

/** Parses an article's body; the tree's positions are those of `source`. */
export function parseBody(source: string): { root: HastNode } | { fault: SyntaxFault } {
  // Two faults of Sätteri 0.10.5: without a line feed at the end, an unfinished string with a
  // backslash there (`import "a\`) aborts the whole process; and a byte-order mark is dropped with
  // every position after it one too low. The mark itself is refused elsewhere.
  const text = `${source.replace(/^\uFEFF/, ' ')}\n`;
  try {
    return { root: mdxToHast(text, { features: FEATURES, position: true }) };
  } catch (error) {
    return { fault: readError(error instanceof Error ? error.message : String(error), source) };
  }
}

/** @param message of the parser: "<line>:<column>: <words> (<names of rules>)" */
function readError(message: string, source: string): SyntaxFault {
  const [, line = '1', column = '1', words = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
  const offset = offsetOf(source, Number(line), Number(column));
  if (!words.startsWith('Could not parse expression')) {
    const text = words.replace(/\s*\((?:note:|[a-z-]+:[a-z-]+\)).*$/s, '');
    return { offset, refusal: syntaxRefusal(text) };
  }
  // The place is where the program breaks off; the brace before it is what has to be mended.
  const brace = Math.max(0, source.lastIndexOf('{', offset));
  const text = /^\{([^{}]*)/.exec(source.slice(brace))?.[1] ?? '';
  return { offset: brace, refusal: expressionRefusal(text) };
}

const LINE_END = /\r\n?|\n/g;

/** The offset of a line and a column, both from 1. */
function offsetOf(source: string, line: number, column: number): number {
  const end = [...source.matchAll(LINE_END)][line - 2];
  return (end === undefined ? 0 : end.index + end[0].length) + column - 1;
}

/** Line and column, both from 1, of offsets in a text, as the parser counts them. */
export function placesIn(source: string): (offset: number) => { line: number; column: number } {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [
      0,
      ...[...source.matchAll(LINE_END)].map(({ index, 0: end }) => index + end.length),
    ];
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
