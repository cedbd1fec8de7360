import type { Word } from './words.ts';

/** Cuts a text without spaces into words; a dictionary of the browser's, which no result may depend on. */
const segmenter =
  'Segmenter' in Intl ? new Intl.Segmenter('und', { granularity: 'word' }) : undefined;

/** Places in a text where words begin, by a dictionary. */
export type Cuts = (text: string) => readonly number[];

const byBrowser: Cuts = (text) =>
  segmenter === undefined ? [0] : Array.from(segmenter.segment(text), ({ index }) => index);

/**
 * Puts signs of scripts without spaces together to words; every other word stays by itself. Wherever a
 * dictionary cuts, the words stand one behind the other in each text that holds what was typed.
 *
 * @param words of the text, in order
 */
export function grouped<One extends Word>(
  text: string,
  words: readonly One[],
  cuts: Cuts = byBrowser,
): One[][] {
  const starts = words.some(({ isSign }) => isSign) ? new Set(cuts(text)) : new Set<number>();
  const groups: One[][] = [];
  let last: One | undefined;
  for (const word of words) {
    const begins = (at: number) => starts.has(at);
    const isNext =
      last?.isSign && word.isSign && last.end === word.start && !isCut(begins, last, word);
    if (isNext) groups.at(-1)?.push(word);
    else groups.push([word]);
    last = word;
  }
  return groups;
}

/** A dictionary can cut inside a sign as it is understood here; that sign begins the next word then. */
function isCut(begins: (at: number) => boolean, last: Word, word: Word): boolean {
  for (let at = last.start + 1; at <= word.start; at++) if (begins(at)) return true;
  return false;
}
