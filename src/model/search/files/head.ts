/**
 * The first file that a search reads: what there is, and which file holds which word. Every file is
 * named with the digest of the index, so that files of two builds are never read together.
 */
export interface Head {
  readonly format: 1;
  /** Digest of the whole index. */
  readonly id: string;
  readonly articles: number;
  readonly languages: readonly string[];
  /** First form of each file of words; a word stands in the last one that begins no later. */
  readonly words: readonly string[];
  /** First article of each file of texts. */
  readonly texts: readonly number[];
  /** Groups of the vocabulary that have a file. */
  readonly vocabulary: readonly string[];
}

/** An article as a result shows it. */
export interface StoredArticle {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly rtl?: true;
  readonly date: string;
  /** Set where the archive inferred it. */
  readonly dateSupplied?: true;
  readonly mark: { readonly year: string; readonly rest: string; readonly about?: true };
  readonly outlet: { readonly name: string; readonly code: string; readonly colour: number };
  readonly outletSupplied?: true;
  /** Who it is credited to, where that is not the outlet. */
  readonly sources: readonly string[];
  /** Its passages. */
  readonly text: readonly string[];
  /** What it is about: the words that tell it most from others, each with its weight from 1 to 99. */
  readonly keys: readonly (readonly [word: string, weight: number])[];
}

/** The file of a list that holds a key: the last one whose first key is no greater. */
export function fileWith<Key extends string | number>(firsts: readonly Key[], key: Key): number {
  let [low, high] = [0, firsts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const first = firsts[middle];
    if (first !== undefined && first <= key) low = middle;
    else high = middle - 1;
  }
  return low;
}
