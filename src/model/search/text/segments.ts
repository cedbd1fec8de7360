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
  for (const word of words) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (last && follows(last, word) && !isCut(starts, last, word)) group?.push(word);
    else groups.push([word]);
  }
  return loneTogether(groups);
}

/** A name that the dictionary lacks is cut into its signs; those of hiragana are words of their own. */
function loneTogether<One extends Word>(groups: readonly One[][]): One[][] {
  const together: One[][] = [];
  let isLone = false;
  for (const group of groups) {
    const [word] = group;
    const wasLone = isLone;
    isLone = group.length === 1 && /^\P{Script=Hiragana}/u.test(word?.form ?? '');
    const before = together.at(-1);
    const last = before?.at(-1);
    if (isLone && wasLone && word && last && follows(last, word)) before?.push(word);
    else together.push([...group]);
  }
  return together;
}

function follows(last: Word, word: Word): boolean {
  return last.isSign && word.isSign && last.end === word.start;
}

/** A dictionary can cut inside a sign as it is understood here; that sign begins the next word then. */
function isCut(starts: ReadonlySet<number>, last: Word, word: Word): boolean {
  for (let at = last.start + 1; at <= word.start; at++) if (starts.has(at)) return true;
  return false;
}
