import type { PlacedTerm } from './library.ts';
import { indexOf } from './part.ts';

/** A step of a phrase: a word, or a name in any of its spellings. */
export interface Step {
  readonly terms: readonly PlacedTerm[];
  readonly isName: boolean;
}

/** Articles in which the steps follow one another. */
export async function phraseDocs(steps: readonly Step[]): Promise<Uint32Array> {
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
    return new Uint32Array(0);
  }
  const candidates = new Set(first.terms.flatMap(({ docs }) => [...docs]));
  const found: number[] = [];
  for (const doc of [...candidates].sort((a, b) => a - b)) {
    let ends: Set<number> | undefined;
    for (const { terms, isName } of placed) {
      const reached = new Set<number>();
      for (const { docs, places } of terms) {
        const at = indexOf(docs, doc);
        for (const packed of at < 0 ? [] : (places[at] ?? [])) {
          const start = isName ? packed >> 2 : packed;
          const end = start + (isName ? (packed & 3) + 1 : 1);
          if (ends === undefined || ends.has(start)) reached.add(end);
        }
      }
      ends = reached;
      if (ends.size === 0) break;
    }
    if (ends !== undefined && ends.size > 0) found.push(doc);
  }
  return Uint32Array.from(found);
}
