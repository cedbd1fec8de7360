import { formBit } from '../../model/search/files/terms.ts';
import type { PlacedTerm } from './gather.ts';
import type { Terms } from './number-terms.ts';
import { startsOf } from './numbers.ts';

/** Where a word was met, and as which form of its term. */
interface Met {
  readonly doc: number;
  readonly place: number;
  readonly field: number;
  readonly form: number;
}

/**
 * The articles of every term and the places in them, in a few flat arrays: as many small lists would
 * take minutes of the collector's time. Terms and their sizes are counted before.
 */
export class Postings {
  readonly #firstDocs: Uint32Array;
  readonly #firstPlaces: Uint32Array;
  /** Where the next article and the next place of each term go. */
  readonly #nextDoc: Uint32Array;
  readonly #nextPlace: Uint32Array;
  readonly #docs: Uint32Array;
  readonly #counts: Uint32Array;
  readonly #fields: Uint8Array;
  readonly #masks: Uint32Array;
  readonly #places: Uint32Array;

  constructor({ docs, tokens }: Pick<Terms, 'docs' | 'tokens'>) {
    this.#firstDocs = startsOf(docs);
    this.#firstPlaces = startsOf(tokens);
    this.#nextDoc = this.#firstDocs.slice();
    this.#nextPlace = this.#firstPlaces.slice();
    const length = this.#firstDocs.at(-1) ?? 0;
    this.#docs = new Uint32Array(length);
    this.#counts = new Uint32Array(length);
    this.#fields = new Uint8Array(length);
    this.#masks = new Uint32Array(length);
    this.#places = new Uint32Array(this.#firstPlaces.at(-1) ?? 0);
  }

  /** Enters a word; articles must come in the order of their numbers. */
  add(term: number, { doc, place, field, form }: Met): void {
    const next = this.#nextDoc[term] ?? 0;
    let at = next - 1;
    if (next === this.#firstDocs[term] || this.#docs[at] !== doc) {
      at = next;
      this.#docs[at] = doc;
      this.#nextDoc[term] = next + 1;
    }
    this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    this.#fields[at] = (this.#fields[at] ?? 0) | field;
    this.#masks[at] = (this.#masks[at] ?? 0) | formBit(form);
    const last = this.#nextPlace[term] ?? 0;
    this.#places[last] = place;
    this.#nextPlace[term] = last + 1;
  }

  /** @param forms of the term */
  placed(term: number, forms: readonly string[]): PlacedTerm {
    const from = this.#firstDocs[term] ?? 0;
    const to = this.#firstDocs[term + 1] ?? 0;
    return {
      term: {
        forms,
        docs: this.#docs.subarray(from, to),
        counts: this.#counts.subarray(from, to),
        fields: this.#fields.subarray(from, to),
        masks: this.#masks.subarray(from, to),
      },
      places: this.#places.subarray(this.#firstPlaces[term], this.#firstPlaces[term + 1]),
    };
  }
}
