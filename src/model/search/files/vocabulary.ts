import { ByteReader, ByteWriter, sharedLength } from './bytes.ts';

/** A word of the archive, for readers who spell it in another way. */
export interface KnownWord {
  readonly form: string;
  /** How many articles hold it. */
  readonly docs: number;
  /** Whether it is mostly written with a capital, as names are. */
  readonly isName: boolean;
}

/** @param words in the order of their forms */
export function writeVocabulary(words: readonly KnownWord[]): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter().number(words.length);
  let last = '';
  for (const { form, docs, isName } of words) {
    const shared = sharedLength(last, form);
    out
      .number(shared)
      .text(form.slice(shared))
      .number(docs * 2 + (isName ? 1 : 0));
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
    return { form: last, docs: packed >> 1, isName: packed % 2 === 1 };
  });
}

/**
 * Stems stand apart from the words, as they are needed where a word is in no text. Most are how their words
 * begin.
 *
 * @param stems of the words, side by side with them
 */
export function writeStems(
  words: readonly KnownWord[],
  stems: readonly string[],
): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  for (const [at, { form }] of words.entries()) {
    const stem = stems[at] ?? form;
    const shared = sharedLength(form, stem);
    const rest = stem.slice(shared);
    out.number((form.length - shared) * 2 + (rest === '' ? 0 : 1));
    if (rest !== '') out.text(rest);
  }
  return out.finish();
}

/** @param words that the stems were written with */
export function readStems(bytes: Uint8Array, words: readonly KnownWord[]): string[] {
  const reader = new ByteReader(bytes);
  return words.map(({ form }) => {
    const packed = reader.number();
    const begin = form.slice(0, form.length - (packed >> 1));
    return packed % 2 === 0 ? begin : begin + reader.text();
  });
}
