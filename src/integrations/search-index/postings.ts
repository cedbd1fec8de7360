import type { PlacedTerm } from './gather.ts';
import { startsOf } from './numbers.ts';

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

  /**
   * @param docs in how many articles each term stands, in the order in which they are laid down
   * @param tokens how often
   */
  constructor(docs: Uint32Array, tokens: Uint32Array) {
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

  /**
   * Enters a word; articles must come in the order of their numbers.
   *
   * @param bit of its form among those of the term (`formBit`); 0 where it has no other
   */
  add(term: number, doc: number, place: number, field: number, bit: number): void {
    const next = this.#nextDoc[term] ?? 0;
    let at = next - 1;
    if (next === this.#firstDocs[term] || this.#docs[at] !== doc) {
      at = next;
      this.#docs[at] = doc;
      this.#nextDoc[term] = next + 1;
    }
    this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    this.#fields[at] = (this.#fields[at] ?? 0) | field;
    if (bit !== 0) this.#masks[at] = (this.#masks[at] ?? 0) | bit;
    const last = this.#nextPlace[term] ?? 0;
    this.#places[last] = place;
    this.#nextPlace[term] = last + 1;
  }

  /** A term by its number. @param numbers of its forms */
  placed(term: number, forms: readonly string[], numbers: readonly number[]): PlacedTerm {
    const [from = 0, to = 0] = [this.#firstDocs[term], this.#firstDocs[term + 1]];
    return {
      first: firstOf(forms),
      ...{ forms, numbers, size: to - from },
      // Tens of thousands of views at once would cost the collector more than to make them twice.
      term: () => ({
        forms,
        docs: this.#docs.subarray(from, to),
        counts: this.#counts.subarray(from, to),
        fields: this.#fields.subarray(from, to),
        masks: this.#masks.subarray(from, to),
      }),
      places: () => this.#places.subarray(this.#firstPlaces[term], this.#firstPlaces[term + 1]),
    };
  }

  /** What is known of the articles of terms that are laid down side by side. */
  articlesOf(from: number, to: number): Uint8Array[] {
    const [first, end] = [this.#firstDocs[from], this.#firstDocs[to]];
    const lists = [this.#docs, this.#counts, this.#fields, this.#masks];
    return lists.map((list) => bytesOf(list.subarray(first, end)));
  }

  /** The places of terms that are laid down side by side. */
  placesOf(from: number, to: number): Uint8Array[] {
    return [
      bytesOf(this.#counts.subarray(this.#firstDocs[from], this.#firstDocs[to])),
      bytesOf(this.#places.subarray(this.#firstPlaces[from], this.#firstPlaces[to])),
    ];
  }
}

function firstOf([first = '', ...others]: readonly string[]): string {
  let found = first;
  for (const form of others) if (form < found) found = form;
  return found;
}

/** Numbers as they stand in memory. */
function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
}
