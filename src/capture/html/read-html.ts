import type { Passage } from '../../compile/passage.ts';
import { APPEAL, appealStrength, furnitureReason, isEndLabel } from '../furniture.ts';
import type { Reading, Removed } from '../reading.ts';
import { datelineOf, isSignOff } from '../text/around.ts';
import { describeBlock } from '../text/blocks.ts';
import { findSpan } from '../text/find-span.ts';
import { endsSentence } from '../words.ts';
import { agreement, type Keepers } from './agree.ts';
import { type HtmlBlock, htmlBlocks } from './blocks.ts';
import { readLinkedData } from './json-ld.ts';
import { readMarks, undoWayback } from './marks.ts';
import { readMeta, statedAddress, statedLanguage, titleSuffix } from './metadata.ts';
import { pageByline } from './page-byline.ts';
import { pageDates } from './page-dates.ts';
import { pageTitle } from './page-title.ts';
import { parsePage } from './parse-page.ts';
import { byDefuddle, byReadability, type Extract, prune } from './two-readers.ts';

/** What is known of a page from outside. */
export interface HtmlContext {
  readonly credits: readonly string[];
  readonly url?: string;
}

/**
 * Reads a saved page. Two libraries say what the article is, each on a tree of its own; the words are
 * taken from the page itself. A passage that only one of them keeps stays, with a doubt.
 *
 * @throws CaptureRefused for markup that is too long or too deep
 */
export function readHtml(markup: string, context: HtmlContext): Reading {
  const marks = readMarks(markup);
  const page = parsePage(markup);
  if (marks.isWayback) undoWayback(page);
  const meta = readMeta(page);
  const linked = readLinkedData(page);
  const base = context.url ?? marks.url;
  const url = base ?? statedAddress(page, meta, undefined) ?? webAddress(linked.url);
  const language = statedLanguage(page, meta) ?? linked.language;
  const title = pageTitle(page, meta, linked.headline);
  const dates = pageDates(page, { linked, meta, url, language });
  const byline = pageByline(page, meta, linked.authors);
  const publishers = [
    linked.publisher,
    meta.get('og:site_name'),
    meta.get('application-name'),
    titleSuffix(page),
  ];
  const blocks = page.body ? htmlBlocks(page.body) : [];
  const doubts: string[] = [];
  prune(page);
  // Defuddle works on a copy that it makes itself, Readability takes the tree apart: it comes last.
  const second = attempt(() => byDefuddle(page), doubts);
  const extracts = [attempt(() => byReadability(page), doubts), second];
  const body = new Body(blocks, extracts, { title, credits: context.credits });
  const passages = body.passages;
  const first = passages.find(({ kind }) => kind === 'paragraph')?.text ?? '';
  const dateline = datelineOf(first);
  const image = meta.get('og:image') ?? linked.image;
  return {
    ...(title !== undefined && { title }),
    passages,
    removed: body.removed,
    doubts: [...doubts, ...body.doubts],
    dates,
    ...(byline !== undefined && { byline }),
    ...(dateline !== undefined && { dateline }),
    ...(language !== undefined && { language }),
    ...(url !== undefined && { url }),
    publishers: publishers.filter((name) => name !== undefined),
    ...(image !== undefined && { image }),
    ...(marks.capturedAt !== undefined && { capturedAt: marks.capturedAt }),
    ...(marks.tool !== undefined && { tool: marks.tool }),
  };
}

function attempt(read: () => Extract, doubts: string[]): Extract {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw error;
    doubts.push('One of the two readers of pages failed on this one; look at the text closely.');
    return { text: '' };
  }
}

/** Longest excerpt of a passage in a doubt. */
const EXCERPT = 90;

/** The article of a page: what two readers keep of its passages, without what is plainly furniture. */
class Body {
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
    const keepers = this.#keepers(blocks, extracts);
    const first = keepers.indexOf('both');
    const last = keepers.lastIndexOf('both');
    for (const [index, block] of blocks.entries()) {
      const inside = index > first && index < last;
      this.#sort(block, keepers[index] ?? 'none', inside);
    }
  }

  /** Who keeps what; where the readers fail or read different things, the prose itself decides. */
  #keepers(blocks: readonly HtmlBlock[], extracts: readonly Extract[]): Keepers[] {
    const useful = extracts.map(({ text }) => text).filter((text) => text.trim().length >= 200);
    if (useful.length === 0) return this.#byProse(blocks);
    const keepers = agreement(blocks, useful);
    if (useful.length < 2) {
      this.doubts.push(
        'Only one of the two readers of pages found an article; look at the text closely.',
      );
      return keepers;
    }
    const words = (who: Keepers) =>
      blocks.reduce((sum, block, index) => sum + (keepers[index] === who ? block.words : 0), 0);
    if (words('both') * 2 >= words('one')) return keepers;
    this.doubts.push(
      'The two readers of pages took different parts for the article; look at the text closely.',
    );
    const votes = useful.map((text) => agreement(blocks, [text]));
    const sizes = votes.map((vote) =>
      blocks.reduce(
        (sum, block, index) =>
          sum + (vote[index] === 'both' && block.linked < 0.4 ? block.words : 0),
        0,
      ),
    );
    return votes[sizes.indexOf(Math.max(...sizes))] ?? keepers;
  }

  #byProse(blocks: readonly HtmlBlock[]): Keepers[] {
    const described = blocks.map(({ text }) =>
      describeBlock({ text, blankBefore: true, blankAfter: true }),
    );
    const span = findSpan(described);
    this.doubts.push(
      'Neither reader of pages found an article; the longest run of prose was taken.',
    );
    return blocks.map((block, index) =>
      span !== undefined && index >= span.first && index < span.end && block.linked < 0.5
        ? 'both'
        : 'none',
    );
  }

  #sort(block: HtmlBlock, keeper: Keepers, inside: boolean): void {
    const isCaption = block.kind === 'figure' && inside && !block.aside;
    if (keeper === 'none' && !isCaption) {
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
    if (keeper === 'one') {
      const text =
        block.text.length > EXCERPT ? `${block.text.slice(0, EXCERPT - 1)}…` : block.text;
      this.doubts.push(`Only one of the two readers of pages keeps: “${text}”.`);
    }
    this.passages.push(passageOf(block));
  }

  /** Why a passage that was kept is furniture all the same. */
  #reason(block: HtmlBlock, keeper: Keepers): string | undefined {
    const { text, words } = block;
    if (this.#title !== undefined && sameLetters(text, this.#title)) return 'headline';
    const described = describeBlock({ text, blankBefore: true, blankAfter: true });
    if (isSignOff(described, this.#credits)) return undefined;
    if (described.isDate) return 'date line';
    const isProse = words >= 11 && endsSentence(text);
    const reason = described.furniture;
    if (reason === APPEAL && keeper === 'both' && isProse && appealStrength(text) < 5)
      return undefined;
    if (
      reason !== undefined &&
      (words <= 14 || reason === APPEAL || keeper === 'one' || block.aside)
    )
      return reason;
    if (isEndLabel(text)) return 'other stories';
    if (keeper === 'one' && block.linked > 0.6 && !isProse) return 'links to other pages';
    if (keeper === 'one' && block.aside && !isProse) return 'menu, form or margin of the page';
    return undefined;
  }

  #cut({ text }: HtmlBlock, reason: string): void {
    this.removed.push({ text, reason });
  }
}

function passageOf({ kind, text, credit, level }: HtmlBlock): Passage {
  if (kind === 'figure') return { kind, text, ...(credit !== undefined && { credit }) };
  if (kind === 'heading') return { kind, text, level: Math.max(1, level - 1) };
  return { kind, text };
}

function sameLetters(a: string, b: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return bare(a) === bare(b);
}

function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:/i.test(text) && URL.canParse(text) ? text : undefined;
}
