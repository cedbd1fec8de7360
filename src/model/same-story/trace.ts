import { hashesOfSequences, hashOfSequence, SIZE, sketchOf, wordsOfStory } from './sketch.ts';

/**
 * What is kept of a text that must not be kept: some hashes of 32 bits by which it is known again, ascending.
 * Sequences of four words, as sketches have them, still know a text of which words were changed everywhere; whole
 * sentences tell it from others that are made after one pattern.
 */
export interface Trace {
  readonly sequences: Uint32Array;
  readonly sentences: Uint32Array;
}

/** All hashes of a text, to be compared with traces. */
export interface Hashes {
  readonly sequences: ReadonlySet<number>;
  readonly sentences: ReadonlySet<number>;
}

/**
 * Of so many sequences one is kept at most. Were each of them kept, somebody who knows four words of the
 * text could try every word of the language as the fifth, and read on to its end; with gaps of six the words
 * that could stand in between outnumber the hashes that there are. Nobody gets at a sentence but by guessing all of it.
 */
const ONE_IN = 6;
/** With fewer hashes than this, formulas that many texts have would be taken for the text. */
const LEAST = 5;
/** Words of a sentence that is not said every day. */
const LEAST_WORDS = 8;
/** Sentences that are too few to be looked for in longer texts. */
const FEW = 2;
/** Share of the sentences from which one text is the other. */
const SENTENCES = 0.6;
/** Share of the sequences from which it is; the fewer there are, the more of them, for chance can favour a few. */
const SEQUENCES = (count: number) => 0.8 + 1.2 * Math.sqrt(0.2 / count);

/** @returns undefined for a text that is too short to be known by its words */
export function traceOf(texts: readonly string[]): Trace | undefined {
  const { least, sequences } = sketchOf(texts.map(comparable).join(' '));
  const count = Math.min(SIZE, Math.floor(sequences / ONE_IN));
  const sentences = Uint32Array.from(hashesOf(texts).sentences).sort().slice(0, SIZE);
  const kept = least.slice(0, count < LEAST ? 0 : count);
  return kept.length + sentences.length === 0 ? undefined : { sequences: kept, sentences };
}

export function hashesOf(texts: readonly string[]): Hashes {
  const [sequences, sentences] = [new Set<number>(), new Set<number>()];
  for (const text of texts) {
    const all: string[] = [];
    for (const sentence of comparable(text).split(SENTENCE_END)) {
      const words = wordsOfStory(sentence);
      if (words.length >= LEAST_WORDS) sentences.add(hashOfSequence(words));
      for (const word of words) all.push(word);
    }
    for (const hash of hashesOfSequences(all)) sequences.add(hash);
  }
  return { sequences, sentences };
}

/** Before what begins anew: not the point of “Mr. Smith”, as long as both texts are parted alike. */
const SENTENCE_END = /[.!?…]+["'”’»)\]]*\s+|[。！？]+|\n\s*\n/u;

/**
 * How much two texts have in common: the share of the text of which the trace is kept that stands in the
 * other, or the share of the other that comes from it, whichever is more. Between them they find the text
 * with other boilerplate around it, and a part of it by itself.
 *
 * @returns 0 to 1; 0 where it is too little to be the same text
 */
export function sharedWithTrace(trace: Trace, hashes: Hashes): number {
  return Math.max(
    0,
    ...sharesOf(trace.sentences, hashes.sentences, 2, trace.sentences.length < SIZE).map(
      ({ share }) => (share >= SENTENCES ? share : 0),
    ),
    ...sharesOf(trace.sequences, hashes.sequences, LEAST, false).map(({ share, of }) =>
      share >= SEQUENCES(of) ? share : 0,
    ),
  );
}

/**
 * Shares of what is kept that is found, and of the other text that is kept.
 *
 * @param least in common
 * @param isAll whether everything was kept
 */
function sharesOf(kept: Uint32Array, all: ReadonlySet<number>, least: number, isAll: boolean) {
  const highest = kept.at(-1) ?? -1;
  const found = kept.reduce((sum, hash) => sum + (all.has(hash) ? 1 : 0), 0);
  if (found < Math.max(1, Math.min(least, kept.length))) return [];
  // Hashes are a fair sample: where not all are kept, those of the other text below the highest would be.
  let below = 0;
  for (const hash of all) if (isAll || hash <= highest) below++;
  const [held, taken] = [found / kept.length, found / below];
  // A sentence or two that stand in a long text may be anybody's; they are the text where the other is as short.
  if (isAll && kept.length <= FEW) return [{ share: Math.min(held, taken), of: kept.length }];
  return [
    { share: held, of: kept.length },
    ...(found < least ? [] : [{ share: taken, of: below }]),
  ];
}

/** A trace as text: four bytes for each hash, the most significant first, in base64; sequences, a point, sentences. */
export function writeTrace({ sequences, sentences }: Trace): string {
  return `${packed(sequences)}.${packed(sentences)}`;
}

function packed(hashes: Uint32Array): string {
  const bytes = new Uint8Array(hashes.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [at, hash] of hashes.entries()) view.setUint32(at * 4, hash);
  return btoa(String.fromCharCode(...bytes));
}

/** @returns undefined where the text is not a trace */
export function readTrace(text: string): Trace | undefined {
  const [first, second, ...others] = text.split('.');
  const [sequences, sentences] = [unpacked(first), unpacked(second)];
  if (sequences === undefined || sentences === undefined || others.length > 0) return undefined;
  return sequences.length + sentences.length === 0 ? undefined : { sequences, sentences };
}

function unpacked(text: string | undefined): Uint32Array | undefined {
  let bytes: Uint8Array;
  try {
    bytes = Uint8Array.from(atob(text ?? '?'), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
  if (bytes.length % 4 !== 0 || bytes.length > 4 * SIZE) return undefined;
  const view = new DataView(bytes.buffer);
  const hashes = new Uint32Array(bytes.length / 4);
  for (let at = 0; at < hashes.length; at++) hashes[at] = view.getUint32(at * 4);
  return hashes.every((hash, at) => at === 0 || hash > (hashes[at - 1] ?? 0)) ? hashes : undefined;
}

/** Letters composed, without what no reader sees: soft hyphens and marks of no width. */
function comparable(text: string): string {
  return text.normalize('NFKC').replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '');
}
