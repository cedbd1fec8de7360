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

/** What could be read of a text. */
export interface Parsed {
  /** Absent where there was more wrong than is told in one run. */
  readonly root?: HastNode;
  /** The text that `root` was made of: the source, with spaces for what could not be read. */
  readonly read: string;
  readonly faults: readonly SyntaxFault[];
}

/** Each fault costs one more reading of the text; after so many the rest are told in the next run. */
const MOST_READINGS = 25;

/**
 * Parses a text. The parser gives up at the first fault; what begins with the sign that it could not read
 * is then taken for text, so that everything else that is wrong is found in the same run.
 *
 * @returns a tree whose positions are those of `source`, and every fault
 */
export function parseAll(source: string): Parsed {
  const faults: SyntaxFault[] = [];
  // Names of tags that were taken for text: the ends of these are no faults of their own.
  const opened: string[] = [];
  let read = source;
  for (let reading = 0; reading < MOST_READINGS; reading++) {
    const parsed = parseBody(read);
    if ('root' in parsed) return { root: parsed.root, read, faults };
    const { offset, refusal } = parsed.fault;
    const closing = opened.findIndex((name) => refusal.what.includes(`closing tag \`</${name}>\``));
    if (closing >= 0) opened.splice(closing, 1);
    else if (faults.every((fault) => fault.offset !== offset)) faults.push(parsed.fault);
    const signs = signsBefore(read, offset);
    if (signs.length === 0) break;
    for (const at of signs) {
      const name = /^<([\w.]+)/.exec(read.slice(at, at + 100))?.[1];
      if (name !== undefined) opened.push(name);
      read = `${read.slice(0, at)} ${read.slice(at + 1)}`;
    }
  }
  return { read, faults };
}

/** Where the sign stands that made the parser read code, at a place or before it; of a brace in a tag both signs. */
function signsBefore(text: string, offset: number): number[] {
  const tag = text.lastIndexOf('<', offset);
  const brace = text.lastIndexOf('{', offset);
  if (tag > brace) return [tag];
  const isInTag = tag >= 0 && !text.slice(tag, brace).includes('>');
  return [...(isInTag ? [tag] : []), ...(brace >= 0 ? [brace] : [])];
}

/** Parses a text, whose positions the tree then has; or says where the parser gave up. */
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
