import { containment, likeness, type Sketch } from './sketch.ts';

/** A text that may be carried elsewhere. */
export interface Carried {
  readonly id: string;
  readonly outlet: string;
  readonly sketch: Sketch;
  /** First and last day on which it can have appeared, 2019-03-05. */
  readonly earliest: string;
  readonly latest: string;
}

/** Share of the shorter text from which two are the same story, and of both together. */
const CONTAINED = 0.45;
const ALIKE = 0.15;
/** Shorter texts have too little to be known by. */
const LEAST_SEQUENCES = 30;
/** Hashes of each text by which others are looked for; enough that a story half as long is met. */
const KEYS = 24;
/** News is printed elsewhere within days; reports that repeat their words every month are others. */
const MOST_DAYS = 21;
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
  const others = known.map((): number[] => []);
  for (const [a, b] of pairsWithKeys(known)) {
    const [first, second] = [known[a], known[b]];
    if (first && second && isSameStory(first, second)) {
      others[a]?.push(b);
      others[b]?.push(a);
    }
  }
  return new Map(
    known.flatMap(({ id }, at) => {
      const same = [...new Set(others[at])].sort((a, b) => a - b);
      return same.length === 0 ? [] : [[id, same.flatMap((index) => known[index]?.id ?? [])]];
    }),
  );
}

/** More articles than can be told apart in one number with a hash. */
const MOST = 2 ** 21;

/** Pairs of texts that have a key in common, each once or more. */
function* pairsWithKeys(known: readonly Carried[]): Generator<readonly [number, number]> {
  const keyed = new Float64Array(
    known.flatMap(({ sketch }, at) =>
      Array.from(sketch.least.subarray(0, KEYS), (key) => key * MOST + at),
    ),
  ).sort();
  const seen = new Set<number>();
  const keyAt = (at: number) => Math.floor((keyed[at] ?? -1) / MOST);
  for (let from = 0; from < keyed.length; ) {
    let to = from + 1;
    while (to < keyed.length && keyAt(to) === keyAt(from)) to++;
    if (to - from > 1 && to - from <= COMMON) {
      const run = Array.from(keyed.subarray(from, to), (value) => value % MOST);
      for (const [index, a] of run.entries()) {
        for (const b of run.slice(index + 1)) {
          const pair = a * MOST + b;
          if (seen.has(pair)) continue;
          seen.add(pair);
          yield [a, b];
        }
      }
    }
    from = to;
  }
}

function isSameStory(a: Carried, b: Carried): boolean {
  return (
    a.outlet !== b.outlet &&
    daysApart(a, b) <= MOST_DAYS &&
    likeness(a.sketch, b.sketch) >= ALIKE &&
    containment(a.sketch, b.sketch) >= CONTAINED
  );
}

/** Days between two stretches of time; 0 where they touch or nothing is known. */
function daysApart(a: Carried, b: Carried): number {
  const [from, to] = a.latest < b.earliest ? [a.latest, b.earliest] : [b.latest, a.earliest];
  if (from >= to) return 0;
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Number.isNaN(days) ? 0 : days;
}
