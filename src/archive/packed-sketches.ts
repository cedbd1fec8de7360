import { SIZE, type Sketch } from '../model/same-story/sketch.ts';

/** Numbers of a packed sketch: how many hashes, how many sequences, how many words, and the hashes. */
const NUMBERS = 3 + SIZE;
const BYTES = 4 * NUMBERS;

/**
 * A sketch as a text of which each character is a byte. Twenty thousand texts are read back at once,
 * where as many arrays of numbers take longer than finding who carries what.
 */
export function packSketch({ least, sequences, words }: Sketch): string {
  const numbers = new Uint32Array(NUMBERS);
  numbers.set([least.length, sequences, words]);
  numbers.set(least, 3);
  return Buffer.from(numbers.buffer).toString('latin1');
}

/** The sketches again, all in one piece of memory. */
export function unpackSketches(packed: readonly string[]): Sketch[] {
  const bytes = Buffer.from(new ArrayBuffer(BYTES * packed.length));
  for (const [at, text] of packed.entries()) bytes.write(text, at * BYTES, 'latin1');
  const numbers = new Uint32Array(bytes.buffer);
  return packed.map((_, at) => {
    const from = at * NUMBERS;
    const [length = 0, sequences = 0, words = 0] = numbers.subarray(from, from + 3);
    return { least: numbers.subarray(from + 3, from + 3 + length), sequences, words };
  });
}
