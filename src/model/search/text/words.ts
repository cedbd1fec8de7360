import { fold } from './fold.ts';

/** A word of a text: how it is compared, and where it stands (offsets in code units). */
export interface Word {
  readonly form: string;
  readonly start: number;
  readonly end: number;
  /** Set for a sign of a script that sets no spaces: words are made of several. */
  readonly isSign: boolean;
  /** Whether a hyphen ties it to the next one. */
  readonly isTied: boolean;
}

// Scripts that set no spaces. In those of China and Japan a sign is a letter; in those of south-east Asia
// it is a consonant with the vowels and marks around it and what is written below it, which no word cuts.
const IDEOGRAPHS =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Bopomofo}\\p{scx=Nushu}\\p{scx=Tangut}';
const SYLLABLES =
  '\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}\\p{sc=Tai_Tham}\\p{sc=Tai_Le}\\p{sc=New_Tai_Lue}\\p{sc=Tai_Viet}\\p{sc=Javanese}\\p{sc=Balinese}';
/** What makes "ga" of "ka", where Japanese is written at half the width. */
const VOICED = '[\\uff9e\\uff9f]';
const VOWEL_BEFORE = '[\\u0e40-\\u0e44\\u0ec0-\\u0ec4]';
const VOWEL_AFTER = '[\\u0e30\\u0e32\\u0e33\\u0e45\\u0eb0\\u0eb2\\u0eb3]';
const LETTER_BELOW = '[\\u17d2\\u1039\\u1a60\\u1b44\\ua9c0]\\p{L}';
const SIGN = `(?=\\p{L})(?:[${IDEOGRAPHS}](?:\\p{M}|${VOICED})*|${VOWEL_BEFORE}?(?=\\p{L})[${SYLLABLES}](?:${LETTER_BELOW}|\\p{M}|${VOWEL_AFTER})*)`;

const NUMBER = '\\d+(?:[.,]\\d+)+';
const ABBREVIATION = '(?<![\\p{L}\\p{N}])\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{N}])';
const LETTER = `(?!(?=\\p{L})[${IDEOGRAPHS}${SYLLABLES}])[\\p{L}\\p{M}\\p{N}]`;
const APOSTROPHE = "(?<=\\p{L})['’ʼ‘](?=\\p{L})";
/** Soft hyphens, joiners and spaces of no width, which readers neither see nor type. */
const UNSEEN = '(?<=[\\p{L}\\p{M}\\p{N}])\\p{Cf}+(?=[\\p{L}\\p{M}\\p{N}])';
const HYPHEN = '[-\\u2010\\u2011](?=[\\p{L}\\p{N}])';

/**
 * A word as texts print it: a number with its separators, an abbreviation of single letters with full
 * stops, one sign of a script that sets no spaces, or a run of letters and digits with apostrophes inside;
 * with the hyphen that ties it to the next one.
 */
export const WORD = new RegExp(
  `${NUMBER}|${ABBREVIATION}|${SIGN}|(?:${LETTER}|${APOSTROPHE}|${UNSEEN})+(?:${HYPHEN})?`,
  'gu',
);

const TIED = /[-\u2010\u2011]$/;
const ONE_SIGN = new RegExp(`^${SIGN}`, 'u');

/** Whether a word, printed or folded, begins with a sign of a script that sets no spaces. */
export function isSign(word: string): boolean {
  return word >= '\u0e00' && ONE_SIGN.test(word);
}

/** Whether a printed word ends with the hyphen that ties it to the next one. */
export function isTied(printed: string): boolean {
  return TIED.test(printed);
}

/** A printed word without the hyphen at its end. */
export function untied(printed: string): string {
  return printed.replace(TIED, '');
}

/** A printed word as it is compared; of "Belarus's" the word is "belarus", of "U.S." it is "us". */
export function formOf(printed: string): string {
  return fold(printed.replace(/['’]s$/i, '')).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** A printed word as a stemmer wants it: in small letters, with its accents. */
export function plainOf(printed: string): string {
  return printed
    .replace(/['’]s$/i, '')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .normalize('NFKC')
    .toLowerCase();
}

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const printed = untied(match[0]);
    const form = formOf(printed);
    if (form === '') continue;
    words.push({
      ...{ form, start: match.index, end: match.index + printed.length },
      ...{ isSign: isSign(printed), isTied: printed !== match[0] },
    });
  }
  return words;
}

/** The words of a text as they are compared, with single spaces between them. */
export function foldedWords(text: string): string {
  return wordsOf(text)
    .map(({ form }) => form)
    .join(' ');
}
