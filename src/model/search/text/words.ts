import { fold } from './fold.ts';

/** A word of a text: how it is compared, and where it stands (offsets in code units). */
export interface Word {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A word as texts print it: a number with its separators, an abbreviation of single letters with full
 * stops, one sign of a script that sets no spaces, or a run of letters and digits with apostrophes inside.
 */
export const WORD =
  /\d+(?:[.,]\d+)+|(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}]|(?<=\p{L})['’ʼ‘](?=\p{L}))+/gu;

/** The words of a text in order; of "Belarus's" the word is "belarus", of "U.S." it is "us". */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const form = fold(match[0].replace(/['’]s$/i, '')).replace(/[^\p{L}\p{N}]/gu, '');
    if (form !== '') {
      words.push({ form, start: match.index, end: match.index + match[0].length });
    }
  }
  return words;
}

/** The words of a text as they are compared, with single spaces between them. */
export function foldedWords(text: string): string {
  return wordsOf(text)
    .map(({ form }) => form)
    .join(' ');
}
