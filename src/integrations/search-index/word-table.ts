import { fold } from '../../model/search/text/fold.ts';
import { WORD } from '../../model/search/text/words.ts';
import type { Kept } from './kept-file.ts';
import { Numbered } from './numbered.ts';
import { Numbers } from './numbers.ts';

/** Marks of a word: it begins with a capital; it has a small letter. */
export const [CAPITAL, HAS_SMALL] = [1, 2];

/**
 * Numbers the words of an archive as texts print them, and their forms as searches compare them, so
 * that a text is a list of numbers. It only grows: numbers that are remembered from an earlier build
 * stay right.
 */
export class WordTable {
  readonly raws: Numbered;
  /** Folded, letters and digits alone. */
  readonly forms: Numbered;
  /** By number of the word: in small letters with its accents, as a stemmer wants it. */
  readonly plains: string[];
  readonly #formOf = new Numbers();
  readonly #marks = new Numbers();

  /** @param kept as {@link pack} gave it */
  constructor(kept?: Kept) {
    const texts = (name: string) => kept?.get(name) as string[] | undefined;
    const numbers = (name: string) => kept?.get(name) as Uint32Array | undefined;
    this.raws = new Numbered(texts('raws'));
    this.forms = new Numbered(texts('forms'));
    this.plains = [...(texts('plains') ?? [])];
    this.#formOf.append(numbers('formOf') ?? new Uint32Array());
    this.#marks.append(numbers('marks') ?? new Uint32Array());
  }

  /** Adds the numbers of the words of a text to a list. */
  read(text: string, words: Numbers): void {
    for (const raw of text.match(WORD) ?? []) {
      const known = this.raws.find(raw);
      if (known !== undefined) words.push(known);
      else if (this.#understand(raw)) words.push(this.raws.texts.length - 1);
    }
  }

  /** Form of each word. */
  formOf(): Uint32Array {
    return this.#formOf.finish();
  }

  /** {@link CAPITAL} and {@link HAS_SMALL} of each word, added up. */
  marks(): Uint8Array {
    return Uint8Array.from(this.#marks.finish());
  }

  pack(): Kept {
    return new Map<string, Uint32Array | readonly string[]>([
      ['raws', this.raws.texts],
      ['forms', this.forms.texts],
      ['plains', this.plains],
      ['formOf', this.formOf()],
      ['marks', this.#marks.finish()],
    ]);
  }

  /** @returns false where nothing is left that could be compared */
  #understand(raw: string): boolean {
    const bare = raw.replace(/['’]s$/i, '');
    const form = fold(bare).replace(/[^\p{L}\p{N}]/gu, '');
    if (form === '') return false;
    this.raws.number(raw);
    this.plains.push(bare.replace(/[^\p{L}\p{M}\p{N}]/gu, '').toLowerCase());
    this.#formOf.push(this.forms.number(form));
    this.#marks.push((/^\p{Lu}/u.test(raw) ? CAPITAL : 0) | (/\p{Ll}/u.test(raw) ? HAS_SMALL : 0));
    return true;
  }
}
