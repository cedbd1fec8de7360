import type { FormPlace, Shard } from '../../model/search/files/terms.ts';
import type { PlacedTerm } from './gather.ts';
import type { FormsInTexts } from './index-words.ts';

/**
 * Which forms stand in which file of words: each where it is looked for by the alphabet, and in that of its
 * term if this is another one.
 */
export class FiledForms {
  readonly #forms: FormsInTexts;
  /** Keys of records with their terms, and forms by their ranks in the alphabet, for each file. */
  readonly #keys: (readonly [key: string, term: number])[][];
  readonly #ranks: number[][];
  /** File and term of each rank. */
  readonly #shards: Uint32Array;
  readonly #terms: Uint32Array;

  /**
   * @param starts first term of each file
   * @param firsts form under which it is filed
   */
  constructor(
    terms: readonly PlacedTerm[],
    starts: readonly number[],
    firsts: readonly string[],
    forms: FormsInTexts,
  ) {
    const { texts, sorted } = forms;
    this.#forms = forms;
    this.#keys = starts.map(() => []);
    this.#ranks = starts.map(() => []);
    this.#shards = new Uint32Array(sorted.length);
    this.#terms = new Uint32Array(sorted.length);
    const ranks = new Uint32Array(texts.length);
    for (let rank = 0; rank < sorted.length; rank++) ranks[sorted[rank] ?? 0] = rank;
    for (const [shard, from] of starts.entries()) {
      const to = starts[shard + 1] ?? terms.length;
      for (let at = from; at < to; at++) {
        const { first, numbers } = terms[at] as PlacedTerm;
        if (numbers.length === 0) this.#keys[shard]?.push([first, at - from]);
        for (const form of numbers) {
          this.#shards[ranks[form] ?? 0] = shard;
          this.#terms[ranks[form] ?? 0] = at - from;
        }
      }
    }
    let home = 0;
    for (let rank = 0; rank < sorted.length; rank++) {
      const form = texts[sorted[rank] ?? 0] ?? '';
      while (home + 1 < firsts.length && (firsts[home + 1] ?? '') <= form) home++;
      this.#ranks[home]?.push(rank);
      const shard = this.#shards[rank] ?? 0;
      if (home !== shard) this.#ranks[shard]?.push(rank);
    }
  }

  /** The forms in a file, in the order of the alphabet: keys of records come before any word. */
  of(shard: number, isName: (form: number) => boolean): Shard['forms'] {
    const { texts, sorted } = this.#forms;
    const keys = (this.#keys[shard] ?? []).map(([key, term]): [string, FormPlace] => [
      key,
      { term, isName: false },
    ]);
    const forms = (this.#ranks[shard] ?? []).map((rank): [string, FormPlace] => {
      const number = sorted[rank] ?? 0;
      const [at = 0, term = 0] = [this.#shards[rank], this.#terms[rank]];
      const name = { isName: isName(number) };
      return [texts[number] ?? '', at === shard ? { term, ...name } : { shard: at, ...name }];
    });
    return new Map([...keys, ...forms]);
  }
}
