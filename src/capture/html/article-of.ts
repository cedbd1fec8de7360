import type { Passage } from '../../compile/passage.ts';
import type { Removed } from '../reading.ts';
import { type HtmlBlock, htmlBlocks } from './blocks.ts';
import { Body } from './body.ts';
import type { Hidden } from './hidden/find-hidden.ts';
import { removedUnseen, takeOut, unseenInside, without } from './hidden/take-out.ts';
import type { Page } from './parse-page.ts';
import { byDefuddle, byReadability, type Extract, prune } from './two-readers.ts';

/** The article of a page, what was cut of it, and what a person should look at. */
export interface FoundArticle {
  readonly passages: readonly Passage[];
  readonly removed: readonly Removed[];
  readonly doubts: string[];
}

/** A page and what its readers can't see of it. */
export interface LookedAt {
  readonly page: Page;
  readonly hidden: Hidden;
}

interface About {
  readonly title: string | undefined;
  readonly credits: readonly string[];
}

/** Ways of hiding that are taken for none, where they hide most of an article. */
const MOST_WAYS = 3;

/**
 * Finds the article among what can be seen of a page. Where the page hides more of it than it shows, as
 * pages do whose scripts fade in what a reader comes to, the hidden part is kept and a doubt says so;
 * where it hides less, that is left out, and said too.
 *
 * @param look parses the page again each time, because its readers take the tree apart
 */
export function articleOf(look: () => LookedAt, about: About): FoundArticle {
  const kept: string[] = [];
  for (;;) {
    const { page, hidden } = look();
    const blocks = page.body ? htmlBlocks(page.body, without(hidden, kept)) : [];
    takeOut(page, without(hidden, kept));
    const { body, doubts } = read(page, blocks, about);
    const inside = unseenInside(blocks, new Set(body.passages.map(({ text }) => text)));
    const [most] = [...inside].sort(([, a], [, b]) => lengthOf(b) - lengthOf(a));
    const seen = body.passages.reduce((sum, { text }) => sum + text.length, 0);
    if (most !== undefined && lengthOf(most[1]) > seen && kept.length < MOST_WAYS) {
      kept.push(most[0]);
      continue;
    }
    return {
      passages: body.passages,
      removed: [...body.removed, ...removedUnseen(blocks)],
      doubts: [
        ...doubts,
        ...body.doubts,
        ...kept.map(mostlyHidden),
        ...[...inside].map(([how, hiddenBlocks]) => leftOut(how, hiddenBlocks)),
        ...perhapsHidden(blocks, body.passages),
      ],
    };
  }
}

function read(
  page: Page,
  all: readonly HtmlBlock[],
  about: About,
): { body: Body; doubts: string[] } {
  const blocks = all.filter(({ unseen }) => unseen?.sure !== true);
  const doubts: string[] = [];
  prune(page);
  // Defuddle works on a copy that it makes itself, Readability takes the tree apart: it comes last.
  const second = attempt(() => byDefuddle(page), doubts);
  const extracts = [attempt(() => byReadability(page), doubts), second];
  return { body: new Body(blocks, extracts, about), doubts };
}

function attempt(extract: () => Extract, doubts: string[]): Extract {
  try {
    return extract();
  } catch (error) {
    if (error instanceof RangeError) throw error;
    doubts.push('One of the two readers of pages failed on this one; look at the text closely.');
    return { text: '' };
  }
}

function lengthOf(blocks: readonly HtmlBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** Longest excerpt of a passage in a doubt, and how many are quoted. */
const [EXCERPT, QUOTED] = [90, 3];

function excerpt({ text }: { readonly text: string }): string {
  return `“${text.length > EXCERPT ? `${text.slice(0, EXCERPT - 1)}…` : text}”`;
}

function mostlyHidden(how: string): string {
  return `Most of the article is hidden when the page opens (${how}), until scripts show it: it was kept. Look in a browser whether readers see all of it.`;
}

function leftOut(how: string, blocks: readonly HtmlBlock[]): string {
  const more = blocks.length > QUOTED ? `, and ${blocks.length - QUOTED} more` : '';
  return `Left out because readers of the page can’t see it (${how}): ${blocks.slice(0, QUOTED).map(excerpt).join(', ')}${more}.`;
}

function perhapsHidden(blocks: readonly HtmlBlock[], passages: readonly Passage[]): string[] {
  const kept = new Set(passages.map(({ text }) => text));
  return blocks
    .filter(({ text, unseen }) => unseen?.sure === false && kept.has(text))
    .slice(0, QUOTED)
    .map(
      (block) =>
        `Readers of the page may not see ${excerpt(block)} (${block.unseen?.reason}). Look at it in a browser.`,
    );
}
