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
  const known = articles
    .filter(({ sketch }) => sketch.sequences >= LEAST_SEQUENCES)
    .map(
      (article): Dated => ({
        ...article,
        from: Date.parse(article.earliest) / DAY,
        to: Date.parse(article.latest) / DAY,
      }),
    );
  const others = new Map<number, Set<number>>();
  const enter = (at: number, other: number) => {
    const set = others.get(at);
    if (set) set.add(other);
    else others.set(at, new Set([other]));
  };
  forPairsWithKeys(known, (a, b) => {
    const [first, second] = [known[a], known[b]];
    if (others.get(a)?.has(b) || !first || !second || !isSameStory(first, second)) return;
    enter(a, b);
    enter(b, a);
  });
  return new Map(
    [...others]
      .sort(([a], [b]) => a - b)
      .map(([at, set]) => [
        known[at]?.id ?? '',
        [...set].sort((a, b) => a - b).map((other) => known[other]?.id ?? ''),
      ]),
  );
}

/** A text with the days on which it can have appeared as numbers. */
interface Dated extends Carried {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400_000;

/** More articles than can be told apart in one number with a hash. */
const MOST = 2 ** 21;

/** Pairs of texts that have a key in common, each once or more. */
function forPairsWithKeys(known: readonly Carried[], say: (a: number, b: number) => void): void {
  const keyed = new Float64Array(KEYS * known.length);
  let length = 0;
  for (const [at, { sketch }] of known.entries()) {
    const keys = Math.min(KEYS, sketch.least.length);
    for (let key = 0; key < keys; key++) keyed[length++] = (sketch.least[key] ?? 0) * MOST + at;
  }
  const sorted = keyed.subarray(0, length).sort();
  const keyAt = (at: number) => Math.floor((sorted[at] ?? -1) / MOST);
  for (let from = 0; from < length; ) {
    const key = keyAt(from);
    let to = from + 1;
    while (to < length && keyAt(to) === key) to++;
    if (to - from > 1 && to - from <= COMMON) {
      for (let one = from; one < to; one++) {
        for (let other = one + 1; other < to; other++) {
          say((sorted[one] ?? 0) % MOST, (sorted[other] ?? 0) % MOST);
        }
      }
    }
    from = to;
  }
}

function isSameStory(a: Dated, b: Dated): boolean {
  return (
    a.outlet !== b.outlet &&
    daysApart(a, b) <= MOST_DAYS &&
    likeness(a.sketch, b.sketch) >= ALIKE &&
    containment(a.sketch, b.sketch) >= CONTAINED
  );
}

/** Days between two stretches of time; 0 where they touch or nothing is known. */
function daysApart(a: Dated, b: Dated): number {
  return Math.max(0, b.from - a.to, a.from - b.to);
}
