import { corpusOf, scoreTerm } from '../../model/search/rank/score.ts';
import type { WordIndex } from './index-words.ts';

/** Key words of an article. */
const MOST = 16;

/** An article's key words with their weights, the heaviest first. */
export type KeyWords = readonly (readonly [word: string, weight: number])[];

/**
 * The words that tell each article most from the others: those that score highest in it. A search
 * compares articles by them (model/search/rank/feedback).
 */
export class KeyWordTable {
  readonly #words: readonly string[];
  /** Of each article the numbers of its words, their scores, and how many they are. */
  readonly #heaviest: Uint32Array;
  readonly #scores: Float32Array;
  readonly #counts: Uint8Array;
  /** What a word must score to get among them. */
  readonly #least: Float32Array;

  /** @param lengths words in each article */
  constructor({ words: terms, lengths, forms }: Pick<WordIndex, 'words' | 'lengths' | 'forms'>) {
    this.#words = terms.map(({ forms }) => forms[0] ?? '');
    this.#heaviest = new Uint32Array(lengths.length * MOST);
    this.#scores = new Float32Array(lengths.length * MOST);
    this.#counts = new Uint8Array(lengths.length);
    this.#least = new Float32Array(lengths.length).fill(-1);
    const corpus = corpusOf(lengths);
    for (const [number, { numbers, size, term }] of terms.entries()) {
      const word = this.#words[number] ?? '';
      if (size < 2 || !/^\D{3,}$/.test(word)) continue;
      if (!numbers.some((form) => forms.isOwn[form] === 1)) continue;
      const one = term();
      const { scores } = scoreTerm(one, corpus, { bit: 0, isName: false });
      this.#enter(number, one.docs, scores);
    }
  }

  /** Key words of an article, by its number. */
  of(doc: number): KeyWords {
    return Array.from({ length: this.#counts[doc] ?? 0 }, (_, at) => [
      this.#word(doc, at),
      this.#weight(doc, at),
    ]);
  }

  #enter(number: number, docs: Uint32Array, scores: Float32Array): void {
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at] ?? 0;
      const score = scores[at] ?? 0;
      if (score <= (this.#least[doc] ?? 0)) continue;
      const first = doc * MOST;
      const count = this.#counts[doc] ?? 0;
      let place = first + Math.min(count, MOST - 1);
      for (; place > first && (this.#scores[place - 1] ?? 0) < score; place--) {
        this.#scores[place] = this.#scores[place - 1] ?? 0;
        this.#heaviest[place] = this.#heaviest[place - 1] ?? 0;
      }
      this.#scores[place] = score;
      this.#heaviest[place] = number;
      if (count < MOST) this.#counts[doc] = count + 1;
      if (count >= MOST - 1) this.#least[doc] = this.#scores[first + MOST - 1] ?? 0;
    }
  }

  #word(doc: number, at: number): string {
    return this.#words[this.#heaviest[doc * MOST + at] ?? 0] ?? '';
  }

  #weight(doc: number, at: number): number {
    const first = doc * MOST;
    const top = this.#scores[first] ?? 1;
    return Math.max(1, Math.round(((this.#scores[first + at] ?? 0) / top) * 99));
  }
}
