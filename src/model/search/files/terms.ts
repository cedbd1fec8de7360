import { ByteReader, ByteWriter, sharedLength } from './bytes.ts';

/** Where in an article a word stands: counted apart, because a headline says more than a paragraph. */
export const IN_TITLE = 1;
export const IN_LEAD = 2;

/**
 * A family of words that a search treats as one ("elect", "elected", "elects"), with the articles
 * that hold any of them. The lists run side by side, an article each.
 */
export interface Term {
  readonly forms: readonly string[];
  /** Numbers of articles, ascending. */
  readonly docs: Uint32Array;
  /** How often. */
  readonly counts: Uint32Array;
  /** `IN_TITLE` and `IN_LEAD`, added up. */
  readonly fields: Uint8Array;
  /** Which of the forms, a bit each; the last bit stands for all further ones. */
  readonly masks: Uint32Array;
}

/** Forms that have a bit of their own. */
export const MASK_BITS = 28;

/** The bit of a form in a term's masks. */
export function formBit(index: number): number {
  return 1 << Math.min(index, MASK_BITS - 1);
}

/** Where the term of a form is: in the same file, or in another that has to be read. */
export type FormPlace = ({ readonly term: number } | { readonly shard: number }) & {
  /** Whether the form is mostly written with a capital, as names are. */
  readonly isName: boolean;
};

/** A file of terms and, apart from it, of the places where they stand. */
export interface Shard {
  /** The first form in the file; the next file begins with the next one. */
  readonly first: string;
  /** Form → number of its term in this file, or of another file that has the term. */
  readonly forms: ReadonlyMap<string, FormPlace>;
  readonly terms: readonly Term[];
}

export function writeShard({ forms, terms }: Omit<Shard, 'first'>): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  out.number(forms.size);
  let last = '';
  for (const [form, place] of forms) {
    const shared = sharedLength(last, form);
    out.number(shared).text(form.slice(shared));
    const at = 'term' in place ? place.term * 2 : place.shard * 2 + 1;
    out.number(at * 2 + (place.isName ? 1 : 0));
    last = form;
  }
  out.number(terms.length);
  for (const term of terms) writeTerm(out, term);
  return out.finish();
}

function writeTerm(out: ByteWriter, { forms, docs, counts, fields, masks }: Term): void {
  out.number(forms.length);
  for (const form of forms) out.text(form);
  out.ascending(docs);
  for (let at = 0; at < docs.length; at++) {
    out.number(((counts[at] ?? 0) << 2) | (fields[at] ?? 0));
  }
  if (forms.length > 1) for (const mask of masks) out.number(mask);
}

/** @param first from the list of files, which has it */
export function readShard(bytes: Uint8Array, first: string): Shard {
  const reader = new ByteReader(bytes);
  const forms = new Map<string, FormPlace>();
  let last = '';
  for (let left = reader.number(); left > 0; left--) {
    last = last.slice(0, reader.number()) + reader.text();
    const packed = reader.number();
    const isName = packed % 2 === 1;
    const at = packed >> 2;
    forms.set(last, (packed & 2) === 0 ? { term: at, isName } : { shard: at, isName });
  }
  const terms = Array.from({ length: reader.number() }, () => readTerm(reader));
  return { first, forms, terms };
}

function readTerm(reader: ByteReader): Term {
  const forms = Array.from({ length: reader.number() }, () => reader.text());
  const docs = reader.ascending();
  const counts = new Uint32Array(docs.length);
  const fields = new Uint8Array(docs.length);
  for (let at = 0; at < docs.length; at++) {
    const packed = reader.number();
    counts[at] = packed >> 2;
    fields[at] = packed & 3;
  }
  const masks = new Uint32Array(docs.length).fill(1);
  if (forms.length > 1) for (let at = 0; at < docs.length; at++) masks[at] = reader.number();
  return { forms, docs, counts, fields, masks };
}

/** Where a term stands: so many places in one article after the other, as ascending numbers of words. */
export interface TermPlaces {
  readonly counts: Uint32Array;
  readonly places: Uint32Array;
}

/** The places of every term of a file. */
export function writePositions(terms: readonly TermPlaces[]): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  const one = new ByteWriter();
  for (const { counts, places } of terms) {
    let first = 0;
    for (const count of counts) {
      one.ascending(places, first, first + count);
      first += count;
    }
    out.bytes(one.take());
  }
  return out.finish();
}

/** @param term number of the term in its file @param docs how many articles hold it */
export function readPositions(bytes: Uint8Array, term: number, docs: number): Uint32Array[] {
  const reader = new ByteReader(bytes);
  for (let skip = 0; skip < term; skip++) reader.bytes();
  const one = new ByteReader(reader.bytes());
  return Array.from({ length: docs }, () => one.ascending());
}
