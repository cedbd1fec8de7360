import { ByteReader, ByteWriter, sharedLength } from './bytes.ts';

/** A word of the archive, for readers who spell it in another way. */
export interface KnownWord {
  readonly form: string;
  /** Words with one stem are forms of one. */
  readonly stem: string;
  /** How many articles hold it. */
  readonly docs: number;
  /** Whether it is mostly written with a capital, as names are. */
  readonly isName: boolean;
}

/** @param words in the order of their forms */
export function writeVocabulary(words: readonly KnownWord[]): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter().number(words.length);
  let last = '';
  for (const { form, stem, docs, isName } of words) {
    const shared = sharedLength(last, form);
    const ofStem = sharedLength(form, stem);
    const isBegin = ofStem === stem.length;
    out
      .number(shared)
      .text(form.slice(shared))
      .number(docs * 2 + (isName ? 1 : 0))
      // Most stems are how their words begin.
      .number((form.length - ofStem) * 2 + (isBegin ? 0 : 1));
    if (!isBegin) out.text(stem.slice(ofStem));
    last = form;
  }
  return out.finish();
}

export function readVocabulary(bytes: Uint8Array): KnownWord[] {
  const reader = new ByteReader(bytes);
  let last = '';
  return Array.from({ length: reader.number() }, () => {
    last = last.slice(0, reader.number()) + reader.text();
    const packed = reader.number();
    const cut = reader.number();
    const begin = last.slice(0, last.length - (cut >> 1));
    const stem = cut % 2 === 0 ? begin : begin + reader.text();
    return { form: last, stem, docs: packed >> 1, isName: packed % 2 === 1 };
  });
}
