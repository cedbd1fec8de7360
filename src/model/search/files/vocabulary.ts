import { ByteReader, ByteWriter } from './bytes.ts';

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
    let shared = 0;
    while (shared < last.length && last[shared] === form[shared]) shared++;
    if (/[\uD800-\uDBFF]/.test(form[shared - 1] ?? '')) shared--;
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
