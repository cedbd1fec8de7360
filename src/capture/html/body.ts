import type { Passage } from '../../compile/passage.ts';
import { APPEAL, appealStrength, furnitureReason, isEndLabel } from '../furniture.ts';
import type { Removed } from '../reading.ts';
import { isPhotoCredit, isSignOff } from '../text/around.ts';
import { describeBlock } from '../text/blocks.ts';
import type { Keepers } from './agree.ts';
import type { HtmlBlock } from './blocks.ts';
import { keepersOf } from './keepers.ts';
import { isProse, reachOf } from './reach.ts';
import type { Extract } from './two-readers.ts';

/** Longest excerpt of a passage in a doubt. */
const EXCERPT = 90;

/** The article of a page: what two readers keep of its passages, without what is plainly furniture. */
export class Body {
  readonly passages: Passage[] = [];
  readonly removed: Removed[] = [];
  readonly doubts: string[] = [];
  readonly #title: string | undefined;
  readonly #credits: readonly string[];

  constructor(
    blocks: readonly HtmlBlock[],
    extracts: readonly Extract[],
    { title, credits }: { title: string | undefined; credits: readonly string[] },
  ) {
    this.#title = title;
    this.#credits = credits;
    const keepers = keepersOf(blocks, extracts, this.doubts);
    const reach = reachOf(blocks, keepers, title);
    const seen = new Set<string>();
    const isOwn = (block: HtmlBlock) =>
      block.headline !== undefined && this.#isHeadline(block.headline);
    // Pages that go on without end have the next article below this one, each with its headline.
    const others = blocks.some(isOwn)
      ? (block: HtmlBlock) => block.headline !== undefined && !isOwn(block)
      : () => false;
    for (const [index, block] of blocks.entries()) {
      const again = reach.holds(index) && block.words >= 4 && seen.has(block.text);
      if (reach.holds(index)) seen.add(block.text);
      if (others(block)) {
        this.#cut(block, 'other stories');
        continue;
      }
      if (again && keepers[index] !== 'none' && !this.#isHeadline(block.text)) {
        this.#cut(block, furnitureReason(block.text) ?? 'stands there twice');
        continue;
      }
      this.#sort(block, again ? 'none' : (keepers[index] ?? 'none'), {
        inside: reach.holds(index),
        between: reach.surrounds(index),
        belongs: !again && reach.belongs(index),
      });
    }
    this.#cutEnd();
  }

  /** Headings after the last words of the article head something else. */
  #cutEnd(): void {
    for (let last = this.passages.at(-1); last?.kind === 'heading'; last = this.passages.at(-1)) {
      this.passages.pop();
      this.removed.push({ text: last.text, reason: 'below the article' });
    }
  }

  #sort(
    block: HtmlBlock,
    keeper: Keepers,
    at: { inside: boolean; between: boolean; belongs: boolean },
  ): void {
    const isCaption = block.kind === 'figure' && at.between && !block.aside && !block.comment;
    if (block.comment) {
      this.#cut(block, 'comments');
      return;
    }
    if (keeper !== 'none' && !at.inside && !isCredit(block, this.#credits)) {
      this.#cut(block, furnitureReason(block.text) ?? 'outside the article');
      return;
    }
    if (keeper === 'none' && !isCaption && !at.belongs) {
      this.#cut(
        block,
        furnitureReason(block.text) ??
          (block.aside ? 'menu, form or margin of the page' : 'outside the article'),
      );
      return;
    }
    const reason = this.#reason(block, keeper);
    if (reason !== undefined) {
      this.#cut(block, reason);
      return;
    }
    if (keeper !== 'both' && !isCaption) {
      const text =
        block.text.length > EXCERPT ? `${block.text.slice(0, EXCERPT - 1)}…` : block.text;
      const who = keeper === 'one' ? 'Only one' : 'Neither';
      this.doubts.push(`${who} of the two readers of pages keeps: “${text}”.`);
    }
    this.passages.push(passageOf(block));
  }

  /** Why a passage that was kept is furniture all the same. */
  #reason(block: HtmlBlock, keeper: Keepers): string | undefined {
    const { text, words } = block;
    if (this.#isHeadline(text)) return 'headline';
    const described = describeBlock({ text, blankBefore: true, blankAfter: true });
    if (isSignOff(described, this.#credits)) return undefined;
    if (described.isDate) return 'date line';
    const prose = isProse(block);
    const reason = described.furniture;
    if (reason === APPEAL && keeper === 'both' && prose && appealStrength(text) < 5)
      return undefined;
    if (
      reason !== undefined &&
      (words <= 14 || reason === APPEAL || keeper === 'one' || block.aside)
    )
      return reason;
    if (isEndLabel(text)) return 'other stories';
    if (keeper === 'one' && block.linked > 0.6 && !prose) return 'links to other pages';
    if (keeper === 'one' && block.aside && !prose) return 'menu, form or margin of the page';
    return undefined;
  }

  #cut({ text }: HtmlBlock, reason: string): void {
    this.removed.push({ text, reason: this.#isHeadline(text) ? 'headline' : reason });
  }

  #isHeadline(text: string): boolean {
    return this.#title !== undefined && sameLetters(text, this.#title);
  }
}

function isCredit({ text }: HtmlBlock, credits: readonly string[]): boolean {
  return isSignOff(describeBlock({ text, blankBefore: true, blankAfter: true }), credits);
}

function passageOf({ kind, text, credit, level }: HtmlBlock): Passage {
  if (kind === 'figure') return { kind, text, ...(credit !== undefined && { credit }) };
  if (isPhotoCredit(text)) return { kind: 'figure', text };
  if (kind === 'heading') return { kind, text, level: Math.max(1, level - 1) };
  return { kind, text };
}

function sameLetters(a: string, b: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return bare(a) === bare(b);
}
