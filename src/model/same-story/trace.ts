import { hashesOfSequences, SIZE, sketchOf, wordsOfStory } from './sketch.ts';

/**
 * What is kept of a text that must not be kept: some of the hashes of its sketch, by which it is known
 * again. Ascending, of 32 bits each.
 */
export type Trace = Uint32Array;

/**
 * Of so many sequences one is kept at most. Were each of them kept, somebody who knows four words of the
 * text could try every word of the language as the fifth, and read on to its end; with gaps of six the words
 * that could stand in between outnumber the hashes that there are.
 */
const ONE_IN = 6;
/** With fewer hashes than this, formulas that many texts have would be taken for the text. */
const LEAST = 5;
/** Hashes that must be in common. */
const LEAST_SHARED = 4;
/** Share of the text that must stand in the other: what `findCarriers` asks of a story. */
const HELD = 0.45;
/** Share of the other that must come from the text; more, because the notices of an outlet are half of a short report. */
const TAKEN = 0.6;

/** @returns undefined for a text that is too short to be known by some of its words */
export function traceOf(text: string): Trace | undefined {
  const { least, sequences } = sketchOf(comparable(text));
  const kept = Math.min(SIZE, Math.floor(sequences / ONE_IN));
  return kept < LEAST ? undefined : least.slice(0, kept);
}

/** All sequences of a text, to be looked for in traces. */
export function sequencesOf(texts: readonly string[]): Set<number> {
  const all = new Set<number>();
  for (const text of texts) {
    for (const hash of hashesOfSequences(wordsOfStory(comparable(text)))) all.add(hash);
  }
  return all;
}

/**
 * How much two texts have in common: the share of the text of which the trace is kept that stands in the
 * other, or the share of the other that comes from it, whichever is more. Between them they find the text
 * with other boilerplate around it, and a part of it by itself.
 *
 * @returns 0 to 1; 0 where it is too little to be the same text
 */
export function sharedWithTrace(trace: Trace, sequences: ReadonlySet<number>): number {
  const highest = trace.at(-1);
  if (highest === undefined) return 0;
  const found = trace.reduce((sum, hash) => sum + (sequences.has(hash) ? 1 : 0), 0);
  if (found < LEAST_SHARED) return 0;
  // Hashes are a fair sample: those of the other that lie below the highest would be in the trace.
  let below = 0;
  for (const hash of sequences) if (hash <= highest) below++;
  const [held, taken] = [found / trace.length, found / below];
  return held < HELD && taken < TAKEN ? 0 : Math.max(held, taken);
}

/** A trace as text: four bytes for each hash, the most significant first, in base64. */
export function writeTrace(trace: Trace): string {
  const bytes = new Uint8Array(trace.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [at, hash] of trace.entries()) view.setUint32(at * 4, hash);
  return btoa(String.fromCharCode(...bytes));
}

/** @returns undefined where the text is not a trace */
export function readTrace(text: string): Trace | undefined {
  let bytes: Uint8Array;
  try {
    bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
  if (bytes.length % 4 !== 0 || bytes.length < 4 * LEAST || bytes.length > 4 * SIZE) {
    return undefined;
  }
  const view = new DataView(bytes.buffer);
  const trace = new Uint32Array(bytes.length / 4);
  for (let at = 0; at < trace.length; at++) trace[at] = view.getUint32(at * 4);
  const isAscending = trace.every((hash, at) => at === 0 || hash > (trace[at - 1] ?? 0));
  return isAscending ? trace : undefined;
}

/** Letters composed, without what no reader sees: soft hyphens and marks of no width. */
function comparable(text: string): string {
  return text.normalize('NFKC').replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '');
}
