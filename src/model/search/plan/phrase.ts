import type { PlacedTerm } from './library.ts';
import { indexOf } from './part.ts';

/** A step of a phrase: a word, or a name in any of its spellings. */
export interface Step {
  readonly terms: readonly PlacedTerm[];
  readonly isName: boolean;
}

/** Articles that hold a phrase, each with the places where it begins. */
export interface PhrasePlaces {
  readonly docs: Uint32Array;
  readonly starts: readonly Uint32Array[];
}

/** Articles in which the steps follow one another. */
export async function phrasePlaces(steps: readonly Step[]): Promise<PhrasePlaces> {
  const placed = await Promise.all(
    steps.map(async ({ terms, isName }) => ({
      isName,
      terms: await Promise.all(
        terms.map(async ({ term, places }) => ({ docs: term.docs, places: await places() })),
      ),
    })),
  );
  const [first] = placed;
  if (first === undefined || placed.some(({ terms }) => terms.length === 0)) {
    return { docs: new Uint32Array(0), starts: [] };
  }
  const candidates = new Set(first.terms.flatMap(({ docs }) => [...docs]));
  const found: number[] = [];
  const starts: Uint32Array[] = [];
  for (const doc of [...candidates].sort((a, b) => a - b)) {
    /** Where it may go on, and where it began. */
    let ends: Map<number, number> | undefined;
    for (const { terms, isName } of placed) {
      const reached = new Map<number, number>();
      for (const { docs, places } of terms) {
        const at = indexOf(docs, doc);
        for (const packed of at < 0 ? [] : (places[at] ?? [])) {
          const start = isName ? packed >> 2 : packed;
          const end = start + (isName ? (packed & 3) + 1 : 1);
          const began = ends === undefined ? start : ends.get(start);
          if (began !== undefined) reached.set(end, began);
        }
      }
      ends = reached;
      if (ends.size === 0) break;
    }
    if (ends === undefined || ends.size === 0) continue;
    found.push(doc);
    starts.push(Uint32Array.from(new Set(ends.values())).sort());
  }
  return { docs: Uint32Array.from(found), starts };
}
