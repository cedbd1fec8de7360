import { isEndLabel } from '../furniture.ts';
import { capitalised, overlap, stems } from '../words.ts';
import type { TextBlock } from './blocks.ts';

/** Where in a capture the article's prose begins and ends (the end is not included). */
export interface Span {
  readonly first: number;
  readonly end: number;
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
  const clusters = clustersOf(blocks);
  const longest = Math.max(0, ...clusters.map(({ words }) => words));
  const at = clusters.findIndex(({ words }) => words * MUCH_LONGER >= longest);
  const start = clusters[at];
  if (start === undefined) return undefined;
  let end = start.end;
  let stopped = false;
  for (const next of clusters.slice(at + 1)) {
    if (!goesOn(blocks, { first: start.first, end }, next)) {
      stopped = true;
      break;
    }
    end = next.end;
  }
  return { first: start.first, end, cutProse: stopped };
}

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

function gapBetween(blocks: readonly TextBlock[], from: number, to: number): number {
  return blocks.slice(from, to).reduce((sum, block) => sum + (block.isDate ? 2 : 1), 0);
}

/** Whether prose after an interruption is still the same article. */
function goesOn(
  blocks: readonly TextBlock[],
  soFar: { first: number; end: number },
  next: Cluster,
): boolean {
  const between = blocks.slice(soFar.end, next.first);
  const opensAnother = between.some(
    (block, index) =>
      block.isDate || (block.level === 1 && index > 0) || /^by \p{Lu}/u.test(block.text),
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
  const shared = names.size < 3 ? overlap(stems(after), stems(before)) : overlap(names, known);
  const labelled = between.some((block) => isEndLabel(block.text));
  return shared >= (labelled ? 0.5 : 0.25);
}
