import { describeBlock } from '../text/blocks.ts';
import { findSpan } from '../text/find-span.ts';
import { agreement, type Keepers } from './agree.ts';
import type { HtmlBlock } from './blocks.ts';
import type { Extract } from './two-readers.ts';

/**
 * Who of two readers keeps what; where they fail or read different things, the prose itself decides.
 *
 * @param doubts gets what a person should look at
 */
export function keepersOf(
  blocks: readonly HtmlBlock[],
  extracts: readonly Extract[],
  doubts: string[],
): Keepers[] {
  const useful = extracts.map(({ text }) => text).filter((text) => text.trim().length >= 200);
  if (useful.length === 0) return byProse(blocks, doubts);
  const keepers = agreement(blocks, useful);
  if (useful.length < 2) {
    doubts.push('Only one of the two readers of pages found an article; look at the text closely.');
    return keepers;
  }
  const words = (who: Keepers) =>
    blocks.reduce((sum, block, index) => sum + (keepers[index] === who ? block.words : 0), 0);
  if (words('both') * 2 >= words('one')) return keepers;
  doubts.push(
    'The two readers of pages took different parts for the article; look at the text closely.',
  );
  const votes = useful.map((text) => agreement(blocks, [text]));
  const sizes = votes.map((vote) =>
    blocks.reduce(
      (sum, block, index) => sum + (vote[index] === 'both' && block.linked < 0.4 ? block.words : 0),
      0,
    ),
  );
  return votes[sizes.indexOf(Math.max(...sizes))] ?? keepers;
}

function byProse(blocks: readonly HtmlBlock[], doubts: string[]): Keepers[] {
  const described = blocks.map(({ text }) =>
    describeBlock({ text, blankBefore: true, blankAfter: true }),
  );
  const span = findSpan(described);
  doubts.push('Neither reader of pages found an article; the longest run of prose was taken.');
  return blocks.map((block, index) =>
    span !== undefined && index >= span.first && index < span.end && block.linked < 0.5
      ? 'both'
      : 'none',
  );
}
