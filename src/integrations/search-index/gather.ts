import { formBit, type Term } from '../../model/search/files/terms.ts';

/** A term with the places where its words stand, article after article, as many as it counts there. */
export interface PlacedTerm {
  /** Form under which it is filed: of a record its key, of words the first in the alphabet. */
  readonly first: string;
  readonly forms: readonly string[];
  /** Numbers of its forms; none where it is that of a record. */
  readonly numbers: readonly number[];
  /** In how many articles it stands. */
  readonly size: number;
  readonly term: () => Term;
  readonly places: () => Uint32Array;
}

/** Where a word was met. */
export interface Occurrence {
  readonly doc: number;
  readonly place: number;
  /** `IN_TITLE`, `IN_LEAD` or 0. */
  readonly field: number;
}

/** The term of a record while it is gathered; articles must come in the order of their numbers. */
export class NameGatherer {
  readonly #forms: string[];
  readonly #docs: number[] = [];
  readonly #counts: number[] = [];
  readonly #fields: number[] = [];
  readonly #masks: number[] = [];
  readonly #places: number[] = [];

  constructor(forms: readonly string[]) {
    this.#forms = [...forms];
  }

  /** @param form as it stands in the text */
  add(form: string, { doc, place, field }: Occurrence): void {
    let index = this.#forms.indexOf(form, 1);
    if (index < 0) index = this.#forms.push(form) - 1;
    this.list(doc);
    const at = this.#docs.length - 1;
    this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    this.#fields[at] = (this.#fields[at] ?? 0) | field;
    this.#masks[at] = (this.#masks[at] ?? 0) | formBit(index);
    this.#places.push(place);
  }

  /** Lists an article though no word of the term stands in it. */
  list(doc: number): void {
    if (this.#docs.at(-1) === doc) return;
    this.#docs.push(doc);
    this.#counts.push(0);
    this.#fields.push(0);
    this.#masks.push(0);
  }

  finish(): PlacedTerm {
    const term = {
      forms: this.#forms,
      docs: Uint32Array.from(this.#docs),
      counts: Uint32Array.from(this.#counts),
      fields: Uint8Array.from(this.#fields),
      masks: Uint32Array.from(this.#masks),
    };
    const places = Uint32Array.from(this.#places);
    const { forms, docs } = term;
    const [first = ''] = forms;
    return { first, forms, numbers: [], size: docs.length, term: () => term, places: () => places };
  }
}
