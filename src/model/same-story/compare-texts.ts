import { compareWords, type Difference } from './compare-words.ts';

/** A stretch of a paragraph: in both texts, or in one alone. */
export interface Stretch {
  readonly in: Difference['in'];
  readonly text: string;
}

/** Two texts printed as one, with what stands in one alone. */
export interface Comparison {
  readonly paragraphs: readonly (readonly Stretch[])[];
  readonly words: Readonly<Record<Difference['in'], number>>;
  /** Whether the texts are longer than what is compared. */
  readonly isCut: boolean;
}

/** Words of each text that are compared; the page stays below 60 kB compressed. */
export const MOST_WORDS = 8000;

const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';
const WORD = new RegExp(`[${UNSPACED}]|[^\\s${UNSPACED}]+`, 'gu');
const ENDS_UNSPACED = new RegExp(`[${UNSPACED}]$`, 'u');
const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');
/** Between two paragraphs. */
const BREAK = '\n';

/** Compares two texts, paragraph by paragraph of both, word by word as they are printed. */
export function compareTexts(first: readonly string[], second: readonly string[]): Comparison {
  const [a, b] = [wordsOf(first), wordsOf(second)];
  const paragraphs: Stretch[][] = [[]];
  const words = { both: 0, first: 0, second: 0 };
  for (const part of compareWords(a.slice(0, MOST_WORDS), b.slice(0, MOST_WORDS))) {
    for (const [index, line] of lines(part.words).entries()) {
      if (index > 0) paragraphs.push([]);
      if (line.length === 0) continue;
      paragraphs.at(-1)?.push({ in: part.in, text: joined(line) });
      words[part.in] += line.length;
    }
  }
  return {
    paragraphs: paragraphs.filter(({ length }) => length > 0),
    words,
    isCut: Math.max(a.length, b.length) > MOST_WORDS,
  };
}

function wordsOf(paragraphs: readonly string[]): string[] {
  return paragraphs.flatMap((text, index) => [
    ...(index > 0 ? [BREAK] : []),
    ...(text.match(WORD) ?? []),
  ]);
}

function lines(words: readonly string[]): string[][] {
  const found: string[][] = [[]];
  for (const word of words) {
    if (word === BREAK) found.push([]);
    else found.at(-1)?.push(word);
  }
  return found;
}

function joined(words: readonly string[]): string {
  return words.reduce((text, word) => `${text}${spaceBetween(text, word)}${word}`);
}

/** What parts two stretches of one paragraph: nothing in scripts that have no spaces. */
export function spaceBetween(before: string, after: string): string {
  return ENDS_UNSPACED.test(before) && BEGINS_UNSPACED.test(after) ? '' : ' ';
}
