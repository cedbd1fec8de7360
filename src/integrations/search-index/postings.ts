import type { Term } from '../../model/search/files/terms.ts';
import type { PlacedTerm } from './gather.ts';
import { startsOf } from './numbers.ts';

/**
 * The articles of every term and the places in them, in a few flat arrays: as many small lists would
 * take minutes of the collector's time. Terms and their sizes are counted before.
 */
export class Postings {
  /** What is known of each term, and one more where the last ends: neighbours are fetched together. */
  readonly #terms: Uint32Array;
  /** What is known of each article of each term. */
  readonly #articles: Uint32Array;
  readonly #places: Uint32Array;

  /**
   * @param docs in how many articles each term stands, in the order in which they are laid down
   * @param tokens how often
   */
  constructor(docs: Uint32Array, tokens: Uint32Array) {
    const [firstDocs, firstPlaces] = [startsOf(docs), startsOf(tokens)];
    this.#terms = new Uint32Array(firstDocs.length * OF_TERM);
    for (let term = 0; term < firstDocs.length; term++) {
      const [doc = 0, place = 0] = [firstDocs[term], firstPlaces[term]];
      this.#terms.set([doc, doc, place, place], term * OF_TERM);
    }
    this.#articles = new Uint32Array((firstDocs.at(-1) ?? 0) * OF_ARTICLE);
    this.#places = new Uint32Array(firstPlaces.at(-1) ?? 0);
  }

  /**
   * Enters a word; articles must come in the order of their numbers.
   *
   * @param bit of its form among those of the term (`formBit`); 0 where it has no other
   */
  add(term: number, doc: number, place: number, field: number, bit: number): void {
    const [terms, articles] = [this.#terms, this.#articles];
    const of = term * OF_TERM;
    const next = terms[of + NEXT_DOC] ?? 0;
    let at = (next - 1) * OF_ARTICLE;
    if (next === terms[of + FIRST_DOC] || articles[at + DOC] !== doc) {
      at = next * OF_ARTICLE;
      articles[at + DOC] = doc;
      terms[of + NEXT_DOC] = next + 1;
    }
    articles[at + COUNT] = ((articles[at + COUNT] ?? 0) + 4) | field;
    if (bit !== 0) articles[at + MASK] = (articles[at + MASK] ?? 0) | bit;
    const last = terms[of + NEXT_PLACE] ?? 0;
    this.#places[last] = place;
    terms[of + NEXT_PLACE] = last + 1;
  }

  /** A term by its number. @param numbers of its forms */
  placed(term: number, forms: readonly string[], numbers: readonly number[]): PlacedTerm {
    const size = this.#at(term + 1, FIRST_DOC) - this.#at(term, FIRST_DOC);
    return {
      first: firstOf(forms),
      ...{ forms, numbers, size },
      // Tens of thousands of lists at once would cost the collector more than to make them twice.
      term: () => this.#term(term, forms),
      places: () =>
        this.#places.subarray(this.#at(term, FIRST_PLACE), this.#at(term + 1, FIRST_PLACE)),
    };
  }

  #at(term: number, what: number): number {
    return this.#terms[term * OF_TERM + what] ?? 0;
  }

  #term(term: number, forms: readonly string[]): Term {
    const [first, end] = [this.#at(term, FIRST_DOC), this.#at(term + 1, FIRST_DOC)];
    const lists = () => new Uint32Array(end - first);
    const [docs, counts, masks, fields] = [lists(), lists(), lists(), new Uint8Array(end - first)];
    for (let row = 0; row < docs.length; row++) {
      const at = (first + row) * OF_ARTICLE;
      const count = this.#articles[at + COUNT] ?? 0;
      docs[row] = this.#articles[at + DOC] ?? 0;
      counts[row] = count >> 2;
      fields[row] = count & 3;
      masks[row] = this.#articles[at + MASK] ?? 0;
    }
    return { forms, docs, counts, fields, masks };
  }
}

/** First and next article of a term, first and next place. */
const [FIRST_DOC, NEXT_DOC, FIRST_PLACE, NEXT_PLACE, OF_TERM] = [0, 1, 2, 3, 4];

/** Number of an article, how often the term stands in it with its fields in the last two bits, and the mask of forms. */
const [DOC, COUNT, MASK, OF_ARTICLE] = [0, 1, 2, 3];

function firstOf([first = '', ...others]: readonly string[]): string {
  let found = first;
  for (const form of others) if (form < found) found = form;
  return found;
}
