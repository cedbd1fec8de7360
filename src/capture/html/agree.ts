import type { HtmlBlock } from './blocks.ts';

/** Which of two readers of pages keeps a passage. */
export type Keepers = 'both' | 'one' | 'none';

/** Shorter passages stand in many places of a page and are looked for between longer ones only. */
const LONG = 30;

/**
 * Finds out, passage by passage, which readers keep it. They may rewrite the markup at will: what they
 * keep is found again by its letters, in the order of the page.
 *
 * @param kept the text that each reader took for the article
 */
export function agreement(blocks: readonly HtmlBlock[], kept: readonly string[]): Keepers[] {
  const votes = kept.map((text) => keptBy(blocks, squeeze(text)));
  return blocks.map((_, index) => {
    const count = votes.filter((vote) => vote[index]).length;
    return count === 0 ? 'none' : count === kept.length ? 'both' : 'one';
  });
}

function keptBy(blocks: readonly HtmlBlock[], text: string): boolean[] {
  const letters = blocks.map((block) => squeeze(`${block.text}${block.credit ?? ''}`));
  const starts = new Array<number>(blocks.length).fill(-1);
  let from = 0;
  for (const [index, own] of letters.entries()) {
    if (own.length < LONG) continue;
    const ahead = text.indexOf(own, from);
    const at = ahead === -1 ? text.indexOf(own) : ahead;
    if (at === -1) continue;
    starts[index] = at;
    if (ahead !== -1) from = ahead + own.length;
  }
  const found = starts.map((start) => start !== -1);
  for (const [index, own] of letters.entries()) {
    if (own.length >= LONG || own === '') continue;
    const [low, high] = between(starts, letters, index, text.length);
    const at = text.indexOf(own, low);
    if (at !== -1 && at + own.length <= high) {
      starts[index] = at;
      found[index] = true;
    }
  }
  return found;
}

/** The part of a text between the nearest passages before and after that were found in it. */
function between(
  starts: readonly number[],
  letters: readonly string[],
  index: number,
  length: number,
): [number, number] {
  let [low, high] = [0, length];
  let isNear = false;
  for (let before = index - 1; before >= 0 && before >= index - 6; before--) {
    const start = starts[before] ?? -1;
    if (start === -1) continue;
    low = start + (letters[before]?.length ?? 0);
    isNear = true;
    break;
  }
  for (let after = index + 1; after < starts.length && after <= index + 6; after++) {
    const start = starts[after] ?? -1;
    if (start === -1) continue;
    high = start;
    if (!isNear) low = Math.max(0, start - 400);
    isNear = true;
    break;
  }
  if (!isNear) return [0, -1];
  return [low, Math.min(high, low + 2000)];
}

/** Letters and digits alone; readers differ in white space and marks. */
function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
