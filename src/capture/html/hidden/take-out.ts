import type { Removed } from '../../reading.ts';
import { endsSentence } from '../../words.ts';
import type { HtmlBlock } from '../blocks.ts';
import type { Page } from '../parse-page.ts';
import type { Hidden } from './find-hidden.ts';

/** Takes what can't be seen out of a page, so that no reader of pages finds it. */
export function takeOut(page: Page, hidden: Hidden): void {
  for (const [element, { sure }] of hidden.trees) {
    // The root and the body stay, empty: a page without them is none.
    if (sure && element.parentElement !== null && element !== page.body) element.remove();
    else if (sure) element.textContent = '';
  }
  for (const [element, { sure }] of hidden.words) {
    if (!sure) continue;
    for (const child of [...element.childNodes]) if (child.nodeType === 3) child.remove();
  }
}

/** The same without what is hidden in some ways. */
export function without(hidden: Hidden, reasons: readonly string[]): Hidden {
  if (reasons.length === 0) return hidden;
  const others = (map: Hidden['trees']) =>
    new Map([...map].filter(([, unseen]) => !reasons.includes(unseen.reason)));
  return { trees: others(hidden.trees), words: others(hidden.words) };
}

/** What was left out of an article because its readers can't see it, with the reason. */
export function removedUnseen(blocks: readonly HtmlBlock[]): Removed[] {
  return blocks.flatMap(({ text, credit, unseen }) =>
    unseen?.sure === true
      ? [
          {
            text: credit === undefined ? text : `${text} ${credit}`,
            reason: hiddenReason(unseen.reason),
          },
        ]
      : [],
  );
}

export function hiddenReason(how: string): string {
  return `hidden on the page (${how})`;
}

/** Passages that may stand between the article and hidden prose that belongs to it. */
const NEAR = 4;

/**
 * Hidden prose in and around an article, by the way in which it is hidden: what somebody planted there, or
 * paragraphs that scripts fade in as a reader comes to them.
 *
 * @param kept texts of the article's passages
 */
export function unseenInside(
  blocks: readonly HtmlBlock[],
  kept: ReadonlySet<string>,
): Map<string, HtmlBlock[]> {
  const found = new Map<string, HtmlBlock[]>();
  const near = nearKept(blocks, kept);
  for (const [index, block] of blocks.entries()) {
    if (block.unseen?.sure !== true || !near[index] || !isHiddenProse(block)) continue;
    const held = found.get(block.unseen.reason);
    if (held) held.push(block);
    else found.set(block.unseen.reason, [block]);
  }
  return found;
}

function nearKept(blocks: readonly HtmlBlock[], kept: ReadonlySet<string>): boolean[] {
  const isKept = (block: HtmlBlock | undefined) =>
    block !== undefined && block.unseen?.sure !== true && kept.has(block.text);
  const first = blocks.findIndex(isKept);
  const last = blocks.findLastIndex(isKept);
  if (first === -1) return blocks.map(() => true);
  const near = blocks.map((_, index) => index >= first && index <= last);
  for (const [start, step] of [
    [last, 1],
    [first, -1],
  ] as const) {
    for (
      let at = start + step, since = 0;
      since <= NEAR && at >= 0 && at < blocks.length;
      at += step
    ) {
      const block = blocks[at];
      if (block === undefined) break;
      near[at] = true;
      since = block.unseen?.sure === true && isHiddenProse(block) ? 0 : since + 1;
    }
  }
  return near;
}

function isHiddenProse({ kind, text, words, linked, aside, comment }: HtmlBlock): boolean {
  return (
    !aside &&
    !comment &&
    kind !== 'figure' &&
    linked < 0.5 &&
    ((words >= 8 && endsSentence(text)) || words >= 32)
  );
}
