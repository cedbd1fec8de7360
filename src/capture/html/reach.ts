import { furnitureReason, isEndLabel } from '../furniture.ts';
import { endsSentence } from '../words.ts';
import type { Keepers } from './agree.ts';
import type { HtmlBlock } from './blocks.ts';

/** How far an article reaches over the passages of its page. */
export interface Reach {
  /** Whether a passage stands in the article or right at its edge. */
  holds(index: number): boolean;
  /** Whether paragraphs of the article stand before and after a passage. */
  surrounds(index: number): boolean;
  /** Whether a paragraph that no reader keeps stands where only the article's own do. */
  belongs(index: number): boolean;
}

/** Whole sentences outside menus, margins, headings and comments. */
export function isProse({ kind, text, words, linked, aside, comment }: HtmlBlock): boolean {
  return (
    kind !== 'figure' &&
    kind !== 'heading' &&
    !aside &&
    !comment &&
    linked < 0.5 &&
    words >= 11 &&
    endsSentence(text)
  );
}

/** Passages that may stand between prose that both keep and prose at its edge that one keeps. */
const EDGE = 4;
/** Passages that part two stretches of prose; the lesser of them is of something else. */
const APART = 15;
/** Share of the words of the greatest stretch that another needs, to belong to it from afar. */
const SHARE = 0.2;
/** How far below its last paragraph a closing line is looked for. */
const AFTER = 2;
/** How far above its first words an article's headline is looked for. */
const HEAD = 8;

/**
 * Finds the stretch of a page that is the article: the prose that both readers keep, without what
 * stands far from most of it, with the prose at its edges that one of them keeps, and with the first
 * paragraphs under the headline, which pages like to set apart.
 */
export function reachOf(
  blocks: readonly HtmlBlock[],
  keepers: readonly Keepers[],
  title: string | undefined,
): Reach {
  const core = coreOf(blocks, keepers);
  if (core === undefined) {
    const [first, last] = [keepers.indexOf('both'), keepers.lastIndexOf('both')];
    const within = (index: number) => index >= first && index <= last;
    return { holds: within, surrounds: within, belongs: () => false };
  }
  const edge = edgesOf(blocks, keepers, core);
  const lead = leadOf(blocks, edge.first, title);
  const isOwn = (index: number) => {
    const block = blocks[index];
    return block !== undefined && isProse(block) && furnitureReason(block.text) === undefined;
  };
  return {
    holds: (index) =>
      index >= Math.min(lead, edge.first) &&
      (index <= edge.last || (index <= edge.last + AFTER && isClosing(blocks[index]))),
    surrounds: (index) => index > core.first && index < core.last,
    belongs: (index) =>
      keepers[index] === 'none' &&
      isOwn(index) &&
      ((index >= lead && index < edge.first) ||
        (isKept(blocks, keepers, index - 1) && isKept(blocks, keepers, index + 1))),
  };
}

interface Stretch {
  first: number;
  last: number;
}

function isKept(blocks: readonly HtmlBlock[], keepers: readonly Keepers[], at: number): boolean {
  const block = blocks[at];
  return block !== undefined && keepers[at] === 'both' && isProse(block);
}

/** From the first to the last paragraph that both keep, without lesser stretches far from the greatest. */
function coreOf(blocks: readonly HtmlBlock[], keepers: readonly Keepers[]): Stretch | undefined {
  const stretches: (Stretch & { words: number })[] = [];
  for (const [at, block] of blocks.entries()) {
    if (!isKept(blocks, keepers, at)) continue;
    const open = stretches.at(-1);
    if (open !== undefined && at - open.last <= APART) {
      open.last = at;
      open.words += block.words;
    } else stretches.push({ first: at, last: at, words: block.words });
  }
  const most = Math.max(...stretches.map(({ words }) => words));
  const own = stretches.filter(({ words }) => words >= most * SHARE);
  const [first, last] = [own[0], own.at(-1)];
  return first && last && { first: first.first, last: last.last };
}

function edgesOf(
  blocks: readonly HtmlBlock[],
  keepers: readonly Keepers[],
  core: Stretch,
): Stretch {
  const edge = { ...core };
  const belongs = (at: number) => {
    const block = blocks[at];
    return block !== undefined && keepers[at] !== 'none' && isProse(block);
  };
  for (let at = edge.first - 1; at >= 0 && edge.first - at <= EDGE; at--) {
    if (belongs(at)) edge.first = at;
  }
  for (let at = edge.last + 1; at < blocks.length && at - edge.last <= EDGE; at++) {
    if (isEndLabel(blocks[at]?.text ?? '')) break;
    if (belongs(at)) edge.last = at;
  }
  return edge;
}

/** The place right below the headline, where that stands near above the first words. */
function leadOf(blocks: readonly HtmlBlock[], first: number, title: string | undefined): number {
  if (title === undefined) return first;
  const wanted = bare(title);
  for (let at = first - 1; at >= Math.max(0, first - HEAD); at--) {
    if (bare(blocks[at]?.text ?? '') === wanted) return at + 1;
  }
  return first;
}

/** A short sentence may end an article; a list of links or a label does not. */
function isClosing(block: HtmlBlock | undefined): boolean {
  return (
    block !== undefined &&
    block.kind !== 'heading' &&
    block.linked < 0.3 &&
    endsSentence(block.text) &&
    furnitureReason(block.text) === undefined
  );
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
