const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const SIGN_OR_WORD = new RegExp(
  `${UNSPACED.source}\\p{M}*|(?:(?!${UNSPACED.source})[\\p{L}\\p{M}\\p{N}])+`,
  'gu',
);

/** Words of a text, in small letters, as stories are compared by; where words are not spaced, its signs. */
export function wordsOfStory(text: string): string[] {
  return text.toLowerCase().match(UNSPACED.test(text) ? SIGN_OR_WORD : WORD) ?? [];
}

/** A text as the least hashes of its sequences of four words: texts alike have them in common. */
export interface Sketch {
  /** Ascending, at most `SIZE`. */
  readonly least: Uint32Array;
  /** Different sequences in the whole text. */
  readonly sequences: number;
  readonly words: number;
}

/** Hashes kept of each text; the error of an estimate from so many is about a tenth. */
export const SIZE = 96;
const LENGTH = 4;

/** Sketches a text (bottom-k sketch; Broder 1997, Cohen and Kaplan 2007). */
export function sketchOf(text: string): Sketch {
  const words = wordsOfStory(text);
  const hashes = hashesOfSequences(words);
  const least = Uint32Array.from(hashes).sort().slice(0, SIZE);
  return { least, sequences: hashes.size, words: words.length };
}

/** A hash for every sequence of four words, each once. */
export function hashesOfSequences(words: readonly string[]): Set<number> {
  const hashes = new Set<number>();
  const own = words.map(hashOf);
  for (let at = 0; at + LENGTH <= own.length; at++) {
    let value = 0;
    for (let next = at; next < at + LENGTH; next++) value = mix(value ^ (own[next] ?? 0));
    hashes.add(value);
  }
  return hashes;
}

/** One hash for a sequence of any length. */
export function hashOfSequence(words: readonly string[]): number {
  let value = 0;
  for (const word of words) value = mix(value ^ hashOf(word));
  return value;
}

/** Estimated share of the sequences of two texts that both have, 0 to 1. */
export function likeness(a: Sketch, b: Sketch): number {
  const { shared, seen } = sharedOf(a.least, b.least);
  return seen === 0 ? 0 : shared / seen;
}

/** Estimated share of the shorter text's sequences that the longer one has, 0 to 1. */
export function containment(a: Sketch, b: Sketch): number {
  const alike = likeness(a, b);
  const least = Math.min(a.sequences, b.sequences);
  return least === 0 ? 0 : Math.min(1, (alike * (a.sequences + b.sequences)) / (1 + alike) / least);
}

/** Of the least hashes of both together, how many there are and how many both have. */
function sharedOf(a: Uint32Array, b: Uint32Array): { shared: number; seen: number } {
  let [i, j, shared, seen] = [0, 0, 0, 0];
  while (seen < SIZE && (i < a.length || j < b.length)) {
    const [x, y] = [a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
    seen++;
  }
  return { shared, seen };
}

/** FNV-1a, 32 bits. */
function hashOf(word: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at++)
    value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  return value;
}

/** Mixes bits, so that the least values are a fair sample (the finaliser of MurmurHash3). */
function mix(bits: number): number {
  let value = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
