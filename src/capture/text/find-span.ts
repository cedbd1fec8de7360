import { findDates } from '../find-dates.ts';
import { isEndLabel } from '../furniture.ts';
import { capitalised, overlap, stems } from '../words.ts';
import type { TextBlock } from './blocks.ts';

/** Where in a capture the article's prose begins and ends (the end is not included). */
export interface Span {
  readonly first: number;
  readonly end: number;
  /** Stretches in between that speak of something else. */
  readonly holes: readonly (readonly [first: number, end: number])[];
  /** Prose that was left out after the end. */
  readonly cutProse: boolean;
}

interface Cluster {
  readonly first: number;
  readonly end: number;
  readonly words: number;
}

/** Blocks that may stand between two paragraphs of one article: a subheading, a picture, a pointer. */
const GAP = 3;
/** An earlier cluster is the article unless a later one is so many times longer. */
const MUCH_LONGER = 3;

/**
 * Finds the article among the prose of a page: the first cluster of paragraphs that is not dwarfed by
 * another, then every later one that goes on speaking of the same names, up to a label such as
 * "Similar articles" that begins something else.
 *
 * @returns undefined where there is no prose
 */
export function findSpan(blocks: readonly TextBlock[]): Span | undefined {
  const clusters = clustersOf(withoutComments(blocks));
  const longest = Math.max(0, ...clusters.map(({ words }) => words));
  const at = clusters.findIndex(({ words }) => words * MUCH_LONGER >= longest);
  const start = clusters[at];
  if (start === undefined) return undefined;
  let { end, words } = start;
  const holes: [number, number][] = [];
  let waiting: Cluster[] = [];
  for (const next of clusters.slice(at + 1)) {
    const interrupted = waiting.length > 0;
    const others = waiting.reduce((sum, { words }) => sum + words, 0);
    if (
      next.words > others &&
      goesOn(blocks, { first: start.first, end, words }, next, interrupted ? AFTER_OTHERS : 0)
    ) {
      for (const other of waiting) holes.push([other.first, other.end]);
      waiting = [];
      end = next.end;
      words += next.words;
    } else waiting.push(next);
    if (waiting.length > MOST_OTHERS) break;
  }
  return { first: start.first, end, holes, cutProse: waiting.length > 0 };
}

/** Prose of other stories that may stand between two parts of one article, in clusters. */
const MOST_OTHERS = 3;
/** Share that is needed after them. */
const AFTER_OTHERS = 0.5;

function clustersOf(blocks: readonly TextBlock[]): Cluster[] {
  const clusters: Cluster[] = [];
  let open: { first: number; end: number; words: number } | undefined;
  for (const [index, block] of blocks.entries()) {
    if (block.furniture !== undefined) {
      if (isEndLabel(block.text)) open = undefined;
      continue;
    }
    const counts = block.prose || (block.sentence && open !== undefined);
    if (!counts) continue;
    if (open === undefined || gapBetween(blocks, open.end, index) > GAP) {
      open = { first: index, end: index + 1, words: 0 };
      clusters.push(open);
    }
    open.end = index + 1;
    open.words += block.words;
  }
  return clusters;
}

/** Words of prose after which lines signed with a time are those of comments, not of the article. */
const ARTICLE_WORDS = 60;

/** The blocks up to the first of several lines with which readers' comments are signed. */
function withoutComments(blocks: readonly TextBlock[]): readonly TextBlock[] {
  let words = 0;
  const signed: number[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.prose && block.furniture === undefined) words += block.words;
    else if (words >= ARTICLE_WORDS && isSigned(block)) signed.push(index);
  }
  const [first, second] = signed;
  const speaks = blocks
    .slice(first, second === undefined ? 0 : second + 1)
    .some((block) => block.words >= 6 && !isSigned(block));
  return first !== undefined && speaks ? blocks.slice(0, first) : blocks;
}

/** "Posted by: Jane Doe, 27 Sep 2011 | 18:53", "jane 3 hours ago": who said something and when, to the minute. */
function isSigned({ text, words, prose }: TextBlock): boolean {
  if (prose || words > 16) return false;
  return (
    /\b\d+ (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago\b/i.test(text) ||
    findDates(text).some(({ stamp }) => /^\d.*T/.test(stamp))
  );
}

function gapBetween(blocks: readonly TextBlock[], from: number, to: number): number {
  return blocks.slice(from, to).reduce((sum, block) => sum + (block.isDate ? 2 : 1), 0);
}

/** Whether prose after an interruption is still the same article. */
function goesOn(
  blocks: readonly TextBlock[],
  soFar: { first: number; end: number; words: number },
  next: Cluster,
  atLeast: number,
): boolean {
  const between = blocks.slice(soFar.end, next.first);
  // A headline with its date or author right above the prose is the head of another story.
  // One of a list of headlines with their dates is not.
  const isList = between.filter((block) => block.isDate).length > 1;
  const opensAnother = between.some(
    (block, index) =>
      index >= between.length - 3 &&
      index > 0 &&
      ((block.isDate && !isList) || block.level === 1 || /^by \p{Lu}/u.test(block.text)),
  );
  if (opensAnother) return false;
  const text = (from: number, to: number) =>
    blocks
      .slice(from, to)
      .filter((block) => block.furniture === undefined)
      .map((block) => block.text)
      .join('\n');
  const before = text(soFar.first, soFar.end);
  const after = text(next.first, next.end);
  const names = new Set(capitalised(after));
  const known = new Set(capitalised(before));
  // A box of headlines stands in the middle of many an article.
  const isBox = isList || between.filter((block) => !block.prose && block.words > 4).length > 2;
  const ofNames = names.size < 3 ? 0 : overlap(names, known);
  const shared = Math.max(ofNames, 1.3 * overlap(stems(after), stems(before)));
  return (
    shared >=
    Math.max(
      ...between.map(({ text: line }) =>
        shareNeeded(line, isBox && next.words >= soFar.words * 0.15),
      ),
      LEAST_SHARED,
      atLeast,
    )
  );
}

/** Share of its words or names that prose must have in common with what stands before. */
const LEAST_SHARED = 0.22;

/** More is needed after a label that begins something else; after "Comments" others speak. */
function shareNeeded(line: string, isBox: boolean): number {
  if (!isEndLabel(line)) return 0;
  return /comment|repl|комментари|каментар|коментар|komentarz/i.test(line)
    ? Number.POSITIVE_INFINITY
    : isBox
      ? 0
      : 0.45;
}
