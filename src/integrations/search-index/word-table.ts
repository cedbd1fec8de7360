import { fold } from '../../model/search/text/fold.ts';

/** A word as texts print it, with what searches make of it. */
export interface PrintedWord {
  /** As it stands in the text. */
  readonly raw: string;
  /** As it is compared: folded, letters and digits alone. */
  readonly form: string;
  /** In small letters with its accents, as a stemmer wants it. */
  readonly plain: string;
  /** Whether it begins with a capital. */
  readonly capital: boolean;
}

/**
 * Numbers the words of an archive, so that a text is a list of numbers. It only grows: numbers that
 * are remembered from an earlier build stay right.
 */
export class WordTable {
  readonly #numbers = new Map<string, number>();
  readonly words: PrintedWord[] = [];

  /** @param raws words that have numbers already, in their order */
  constructor(raws: readonly string[] = []) {
    for (const raw of raws) this.number(raw);
  }

  /** The number of a word, a new one if it has none. */
  number(raw: string): number {
    let number = this.#numbers.get(raw);
    if (number === undefined) {
      number = this.words.length;
      this.#numbers.set(raw, number);
      this.words.push(understand(raw));
    }
    return number;
  }

  /** All words in the order of their numbers. */
  raws(): string[] {
    return this.words.map(({ raw }) => raw);
  }
}

function understand(raw: string): PrintedWord {
  const bare = raw.replace(/['’]s$/i, '');
  return {
    raw,
    form: fold(bare).replace(/[^\p{L}\p{N}]/gu, ''),
    plain: bare.replace(/[^\p{L}\p{M}\p{N}]/gu, '').toLowerCase(),
    capital: /^\p{Lu}/u.test(raw),
  };
}
