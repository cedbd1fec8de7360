import { formOf, isTied, plainOf, untied, WORD } from '../../model/search/text/words.ts';
import { Numbered } from './numbered.ts';
import { Numbers } from './numbers.ts';

/** Marks of a word: it begins with a capital; it has a small letter; a hyphen ties it to the next. */
export const [CAPITAL, HAS_SMALL, TIED] = [1, 2, 4];

/** Code units of tied words that are looked for as one; a longer chain is no word. */
const LONGEST = 48;

/** Numbers with hyphens between them are days and results. */
function isOneWord(tied: string): boolean {
  return tied.length <= LONGEST && /\p{L}/u.test(tied);
}

/**
 * Numbers the words of an archive as texts print them, and their forms as searches compare them, so
 * that a text is a list of numbers.
 */
export class WordTable {
  readonly raws = new Numbered();
  /** Folded, letters and digits alone. */
  readonly forms = new Numbered();
  /** By number of the word: in small letters with its accents, as a stemmer wants it. */
  readonly plains: string[] = [];
  readonly #formOf = new Numbers();
  readonly #marks = new Numbers();

  /**
   * Adds the numbers of the words of a text to a list. Words that hyphens tie together are numbered as one
   * too: who types "email" looks for "e-mail".
   */
  read(text: string, words: Numbers): void {
    let tied = '';
    for (const raw of text.match(WORD) ?? []) {
      const number = this.#number(raw);
      if (number !== undefined) words.push(number);
      if (isTied(raw)) tied += raw;
      else if (tied !== '') {
        if (isOneWord(tied + raw)) this.#number(tied + raw);
        tied = '';
      }
    }
  }

  /** Number of the word that words tied to one another are together, from the first of them on. */
  together(words: Uint32Array, first: number, marks: Uint8Array): number | undefined {
    let raw = '';
    let at = first;
    do raw += this.raws.texts[words[at] ?? 0] ?? '';
    while (raw.length <= LONGEST && (marks[words[at++] ?? 0] ?? 0) & TIED && at < words.length);
    return isOneWord(raw) ? this.raws.find(raw) : undefined;
  }

  /** Form of each word. */
  formOf(): Uint32Array {
    return this.#formOf.finish();
  }

  /** {@link CAPITAL}, {@link HAS_SMALL} and {@link TIED} of each word, added up. */
  marks(): Uint8Array {
    return Uint8Array.from(this.#marks.finish());
  }

  /** @returns undefined where nothing is left that could be compared */
  #number(raw: string): number | undefined {
    const known = this.raws.find(raw);
    if (known !== undefined) return known;
    const form = formOf(untied(raw));
    if (form === '') return undefined;
    this.plains.push(plainOf(untied(raw)));
    this.#formOf.push(this.forms.number(form));
    this.#marks.push(
      (/^\p{Lu}/u.test(raw) ? CAPITAL : 0) |
        (/\p{Ll}/u.test(raw) ? HAS_SMALL : 0) |
        (isTied(raw) ? TIED : 0),
    );
    return this.raws.number(raw);
  }
}
