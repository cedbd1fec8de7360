import { formBit } from '../../model/search/files/terms.ts';
import type { PlacedTerm } from './gather.ts';

/** Every word of every text, in the order in which they stand; the lists run side by side. */
export interface Occurrences {
  /** Number of the term. */
  readonly term: Uint32Array;
  readonly doc: Uint32Array;
  readonly place: Uint32Array;
  /** `IN_TITLE`, `IN_LEAD` or 0. */
  readonly field: Uint8Array;
  /** Which form of the term it is. */
  readonly form: Uint8Array;
}

/**
 * Brings words in the order of their terms, as a counting sort does: lists of millions of places stay
 * in a few arrays of numbers, where as many small lists would take minutes of the collector's time.
 *
 * @param forms of each term
 */
export function placedTerms(
  words: Occurrences,
  forms: readonly (readonly string[])[],
): PlacedTerm[] {
  const ends = new Uint32Array(forms.length + 1);
  const { term: terms } = words;
  for (let at = 0; at < terms.length; at++) {
    const end = (terms[at] ?? 0) + 1;
    ends[end] = (ends[end] ?? 0) + 1;
  }
  for (let at = 1; at < ends.length; at++) ends[at] = (ends[at] ?? 0) + (ends[at - 1] ?? 0);
  const starts = ends.slice();
  const order = new Uint32Array(terms.length);
  // No iterators in these loops: they run over every word of the archive.
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] ?? 0;
    const next = starts[term] ?? 0;
    order[next] = at;
    starts[term] = next + 1;
  }
  return forms.map((list, term) => placed(words, list, order.subarray(ends[term], ends[term + 1])));
}

function placed(words: Occurrences, forms: readonly string[], order: Uint32Array): PlacedTerm {
  let length = 0;
  let last = -1;
  for (let index = 0; index < order.length; index++) {
    const doc = words.doc[order[index] ?? 0] ?? 0;
    if (doc !== last) length++;
    last = doc;
  }
  const docs = new Uint32Array(length);
  const counts = new Uint32Array(length);
  const fields = new Uint8Array(length);
  const masks = new Uint32Array(length);
  const places = new Uint32Array(order.length);
  let row = -1;
  for (let index = 0; index < order.length; index++) {
    const at = order[index] ?? 0;
    const doc = words.doc[at] ?? 0;
    if (row < 0 || docs[row] !== doc) docs[++row] = doc;
    counts[row] = (counts[row] ?? 0) + 1;
    fields[row] = (fields[row] ?? 0) | (words.field[at] ?? 0);
    masks[row] = (masks[row] ?? 0) | formBit(words.form[at] ?? 0);
    places[index] = words.place[at] ?? 0;
  }
  return { term: { forms, docs, counts, fields, masks }, positions: { [Symbol.iterator]: rows } };

  function* rows() {
    let from = 0;
    for (const count of counts) {
      yield places.subarray(from, from + count);
      from += count;
    }
  }
}
