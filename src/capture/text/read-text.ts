import type { Passage } from '../../compile/passage.ts';
import { isEndLabel } from '../furniture.ts';
import type { DateFound, Reading, Removed } from '../reading.ts';
import { CaptureRefused } from '../refused.ts';
import { findAddress } from './address.ts';
import { asFigure, datelineOf, datesOfLine, isByline, isSignOff } from './around.ts';
import { describeBlock, spreadAppeals, type TextBlock } from './blocks.ts';
import { findSpan } from './find-span.ts';
import { findTitle } from './find-title.ts';
import { readLines } from './lines.ts';
import { isMarkdown, readMarkdown } from './markdown.ts';
import { sortShort } from './short-lines.ts';

/**
 * Reads a capture that is text: what was copied from a page, with its menus and appeals, or Markdown.
 *
 * @param credits every spelling by which an agency or an outlet may sign
 * @throws CaptureRefused when no article is found in it
 */
export function readText(text: string, credits: readonly string[]): Reading {
  const raw = isMarkdown(text) ? readMarkdown(text) : readLines(text);
  const blocks = spreadAppeals(raw.map(describeBlock));
  const span = findSpan(blocks);
  if (span === undefined) {
    throw new CaptureRefused(
      'There is no paragraph of prose in it.',
      'Check that the file holds an article and not a menu, a picture or an error message.',
    );
  }
  const titleAt = findTitle(blocks, span);
  const parts = new Parts(blocks);
  const start = titleAt ?? span.first - 1;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined || index === titleAt) continue;
    if (index <= start) parts.before(block);
    else if (index < span.first) parts.heading(block, index, span.first);
    else if (span.holes.some(([first, end]) => index >= first && index < end)) parts.hole(block);
    else if (index < span.end) parts.inside(block, index);
    else parts.after(block, index, credits);
  }
  const title = titleAt === undefined ? undefined : blocks[titleAt]?.text;
  if (span.cutProse) {
    parts.doubts.push('The text goes on after what was taken for the end of the article.');
  }
  if (title === undefined) parts.doubts.push('No headline was found above the text.');
  const first = parts.passages.find(({ kind }) => kind === 'paragraph')?.text ?? '';
  const dateline = datelineOf(first);
  const url = findAddress(text);
  return {
    ...(title !== undefined && { title }),
    passages: sortShort(parts.passages),
    removed: parts.removed,
    doubts: parts.doubts,
    dates: parts.dates,
    ...(parts.byline !== undefined && { byline: parts.byline }),
    ...(dateline !== undefined && { dateline }),
    ...(url !== undefined && { url }),
    publishers: [],
  };
}

/** Sorts blocks into what is the article and what is not. */
class Parts {
  readonly passages: Passage[] = [];
  readonly removed: Removed[] = [];
  readonly doubts: string[] = [];
  readonly dates: DateFound[] = [];
  byline: string | undefined;
  #blocks: readonly TextBlock[];
  #ended = false;

  constructor(blocks: readonly TextBlock[]) {
    this.#blocks = blocks;
  }

  /** Above the headline. */
  before(block: TextBlock): void {
    if (block.isDate) this.dates.push(...datesOfLine(block.text));
    this.#cut(block, block.furniture ?? 'above the headline');
  }

  /** Between headline and first paragraph. */
  heading(block: TextBlock, index: number, first: number): void {
    if (block.isDate) {
      this.dates.unshift(...datesOfLine(block.text));
      this.#cut(block, 'date line');
    } else if (isByline(block)) {
      this.byline ??= block.text;
      this.dates.push(...datesOfLine(block.text));
      this.#cut(block, 'byline');
    } else if (block.words <= 14 && !block.sentence && datesOfLine(block.text).length > 0) {
      this.dates.unshift(...datesOfLine(block.text));
      this.#cut(block, 'date line');
    } else if (block.furniture !== undefined) this.#cut(block, block.furniture);
    else if (block.sentence) this.#keep(block);
    else {
      const figure = asFigure(block, index === first - 1 && !block.blankAfter);
      if (figure === undefined && block.words < 4) this.#cut(block, 'label of the page');
      else if (figure === undefined) this.#keep(block);
      else this.passages.push(figure);
    }
  }

  /** Between the first paragraph and the last. */
  inside(block: TextBlock, index: number): void {
    const figure = block.prose ? undefined : captionInside(block);
    if (block.furniture !== undefined) this.#cut(block, block.furniture);
    else if (figure) this.passages.push(figure);
    else if (!isShort(block)) this.#keep(block);
    else if (block.isDate) this.#cut(block, 'date line');
    else if (this.#inRun(index)) this.#cut(block, 'menu or list of links');
    else if (isHeading(block)) {
      this.passages.push({ kind: 'heading', level: 1, text: block.text });
      this.doubts.push(`Taken for a heading inside the article: “${block.text}”.`);
    } else this.#keep(block);
  }

  /** Prose of another story in the middle of this one. */
  hole(block: TextBlock): void {
    this.#cut(block, block.furniture ?? 'another story');
  }

  /** Below the last paragraph: a credit may still belong to it. */
  after(block: TextBlock, index: number, credits: readonly string[]): void {
    if (block.isDate) this.dates.push(...datesOfLine(block.text));
    const isFirst =
      this.#blocks.slice(0, index).every((other) => !isEndLabel(other.text)) && !this.#ended;
    if (isFirst && block.furniture === undefined && isSignOff(block, credits)) this.#keep(block);
    else {
      this.#ended = true;
      this.#cut(block, block.furniture ?? 'below the article');
    }
  }

  #inRun(index: number): boolean {
    let run = 1;
    for (let step = -1; isShort(this.#blocks[index + step]); step--) run++;
    for (let step = 1; isShort(this.#blocks[index + step]); step++) run++;
    return run >= 3;
  }

  #keep({ text, mark, level }: TextBlock): void {
    if (level !== undefined)
      this.passages.push({ kind: 'heading', level: Math.max(1, level - 1), text });
    else this.passages.push({ kind: mark ?? 'paragraph', text });
  }

  #cut({ text }: TextBlock, reason: string): void {
    this.removed.push({ text, reason });
  }
}

function isShort(block: TextBlock | undefined): boolean {
  return (
    block !== undefined &&
    !block.sentence &&
    !block.prose &&
    block.words < 20 &&
    block.mark === undefined
  );
}

function isHeading(block: TextBlock): boolean {
  return (
    block.level !== undefined ||
    (block.blankBefore &&
      block.blankAfter &&
      block.words <= 14 &&
      /^\p{Lu}|^\d/u.test(block.text) &&
      !/[,;–-]$/.test(block.text))
  );
}

function captionInside(block: TextBlock): Passage | undefined {
  if (block.level !== undefined || block.mark !== undefined) return undefined;
  const figure = asFigure(block, false);
  return figure?.kind === 'figure' &&
    (figure.credit !== undefined || /^(?:photo|image|фото)/i.test(block.text))
    ? figure
    : undefined;
}
