import type { NamesFile } from '../names/records.ts';
import { ByteReader, ByteWriter } from './bytes.ts';

/**
 * What the first file says that a search reads: what there is, and which file holds which word. Every other file is
 * named with the digest of the index, so that files of two builds are never read together.
 */
export interface Head {
  readonly format: 3;
  /** Digest of the whole index. */
  readonly id: string;
  readonly articles: number;
  readonly languages: readonly string[];
  /** Function words of these languages, as a text has them once folded. */
  readonly stopWords: readonly string[];
  /** First form of each file of words; a word stands in the last one that begins no later. */
  readonly words: readonly string[];
  /** First article of each file of texts. */
  readonly texts: readonly number[];
  /** Groups of the vocabulary that have a file. */
  readonly vocabulary: readonly string[];
}

/** The first file: the head, then the names of all records, which only who searches has to read. */
export function writeHead({ texts, ...head }: Head, names: NamesFile): Uint8Array {
  return new ByteWriter()
    .text(JSON.stringify(head))
    .ascending(texts)
    .text(JSON.stringify(names))
    .finish();
}

/** Reads the first file; the names are taken apart when they are asked for. */
export function readHead(bytes: Uint8Array): { head: Head; names: () => NamesFile } {
  const reader = new ByteReader(bytes);
  const head = JSON.parse(reader.text()) as Omit<Head, 'texts'>;
  const texts = [...reader.ascending()];
  return { head: { ...head, texts }, names: () => JSON.parse(reader.text()) as NamesFile };
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
