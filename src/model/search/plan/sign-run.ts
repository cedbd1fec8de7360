import type { Term } from '../files/terms.ts';
import type { Library, PlacedTerm } from './library.ts';
import { phrasePlaces } from './phrase.ts';

/**
 * The term of a word of several signs: the articles in which they stand one behind the other. An index
 * holds signs and no such words, so that it does not matter which dictionary cut the text.
 *
 * @param signs folded
 * @returns undefined where no article holds it
 */
export async function termOfSigns(
  signs: readonly string[],
  { term }: Pick<Library, 'term'>,
): Promise<PlacedTerm | undefined> {
  const placed = await Promise.all(signs.map(term));
  const found = placed.filter((one) => one !== undefined);
  if (found.length < signs.length) return undefined;
  if (found.length === 1) return found[0];
  const { docs, starts } = await phrasePlaces(
    found.map((one) => ({ terms: [one], isName: false })),
  );
  if (docs.length === 0) return undefined;
  return {
    term: {
      forms: [signs.join('')],
      docs,
      counts: Uint32Array.from(starts, ({ length }) => length),
      fields: fieldsOf(docs, found),
      masks: new Uint32Array(docs.length).fill(1),
    },
    isName: false,
    places: async () => starts,
  };
}

/** Pairs of neighbours among signs, for a word that no article holds whole. */
export async function termsOfPairs(
  signs: readonly string[],
  library: Pick<Library, 'term'>,
): Promise<PlacedTerm[]> {
  if (signs.length < 3) return [];
  const pairs = signs.slice(1).map((sign, at) => [signs[at] ?? '', sign]);
  const terms = await Promise.all(pairs.map((pair) => termOfSigns(pair, library)));
  return terms.filter((one) => one !== undefined);
}

/** A word stands in the title or the lead where all of its signs do. */
function fieldsOf(docs: Uint32Array, signs: readonly PlacedTerm[]): Term['fields'] {
  const fields = new Uint8Array(docs.length).fill(255);
  for (const { term } of signs) {
    let at = 0;
    for (const [index, doc] of docs.entries()) {
      while ((term.docs[at] ?? doc) < doc) at++;
      fields[index] = (fields[index] ?? 0) & (term.fields[at] ?? 0);
    }
  }
  return fields;
}
