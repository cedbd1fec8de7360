import { containment, likeness, type Sketch } from './sketch.ts';

/** A text that may be carried elsewhere. */
export interface Carried {
  readonly id: string;
  readonly outlet: string;
  readonly sketch: Sketch;
}

/** Share of the shorter text from which two are the same story, and of both together. */
const CONTAINED = 0.45;
const ALIKE = 0.15;
/** Shorter texts have too little to be known by. */
const LEAST_SEQUENCES = 30;
/** Hashes of each text by which others are looked for; enough that a story half as long is met. */
const KEYS = 32;
/** A sequence that so many texts have is a formula, not a story. */
const COMMON = 60;

/**
 * Finds the texts that other outlets carry too, by their sketches alone.
 *
 * @param articles in the order in which they are to be named
 * @returns for each id that has any, the ids of the others, in the same order
 */
export function findCarriers(articles: readonly Carried[]): Map<string, readonly string[]> {
  const known = articles.filter(({ sketch }) => sketch.sequences >= LEAST_SEQUENCES);
  const holders = new Map<number, number[]>();
  for (const [at, { sketch }] of known.entries()) {
    for (const key of sketch.least.slice(0, KEYS)) {
      const list = holders.get(key);
      if (list) list.push(at);
      else holders.set(key, [at]);
    }
  }
  const carriers = new Map<string, readonly string[]>();
  for (const [at, article] of known.entries()) {
    const others = new Set<number>();
    for (const key of article.sketch.least.slice(0, KEYS)) {
      const list = holders.get(key) ?? [];
      if (list.length <= COMMON) for (const other of list) if (other !== at) others.add(other);
    }
    const same = [...others]
      .sort((a, b) => a - b)
      .flatMap((index) => known[index] ?? [])
      .filter((other) => isSameStory(article, other));
    if (same.length > 0)
      carriers.set(
        article.id,
        same.map(({ id }) => id),
      );
  }
  return carriers;
}

function isSameStory(a: Carried, b: Carried): boolean {
  return (
    a.outlet !== b.outlet &&
    likeness(a.sketch, b.sketch) >= ALIKE &&
    containment(a.sketch, b.sketch) >= CONTAINED
  );
}
