import { overlap, stems } from '../words.ts';
import type { TextBlock } from './blocks.ts';

/** How far above the first paragraph a headline is looked for, in blocks. */
const REACH = 40;

/**
 * The headline of an article: the line above its prose that says best what the prose is about.
 *
 * @param first index of the first paragraph
 * @returns index of the headline, or undefined where no line would do
 */
export function findTitle(
  blocks: readonly TextBlock[],
  { first, end }: { first: number; end: number },
): number | undefined {
  const prose = stems(
    blocks
      .slice(first, end)
      .map((block) => block.text)
      .join(' '),
  );
  let best: { index: number; score: number } | undefined;
  for (let index = Math.max(0, first - REACH); index < first; index++) {
    const block = blocks[index];
    if (block === undefined || !couldBeTitle(block)) continue;
    const score = scoreOf(block, prose, first - index, blocks);
    if (best === undefined || score > best.score) best = { index, score };
  }
  return best !== undefined && best.score > 0.6 ? best.index : undefined;
}

function couldBeTitle(block: TextBlock): boolean {
  return (
    block.furniture === undefined &&
    !block.isDate &&
    block.mark === undefined &&
    block.words >= 2 &&
    block.words <= 32 &&
    block.text.length <= 240 &&
    !/^(?:by|von|par|автор)\s+\p{Lu}/iu.test(block.text) &&
    !/\bhttps?:\/\//.test(block.text)
  );
}

function scoreOf(
  block: TextBlock,
  prose: ReadonlySet<string>,
  distance: number,
  blocks: readonly TextBlock[],
): number {
  const heading = block.level === 1 ? 1.5 : block.level === undefined ? 0 : 0.4;
  const length = block.words >= 5 && block.words <= 22 ? 0.6 : block.words >= 4 ? 0.3 : 0;
  const alone = block.blankBefore && block.blankAfter ? 0.3 : 0;
  const statement = /[.]["”’]?$/.test(block.text) ? -0.7 : 0;
  const again = blocks.some((other) => other !== block && other.text.startsWith(block.text))
    ? 0.3
    : 0;
  return (
    2 * share(block.text, prose) + heading + length + alone + statement + again - distance * 0.04
  );
}

/** Share of a line's words that the prose has; a line of one or two words proves little. */
function share(text: string, prose: ReadonlySet<string>): number {
  const own = stems(text);
  return own.size < 3 ? 0.6 * overlap(own, prose) : overlap(own, prose);
}
