import {
  type FormPlace,
  type Shard,
  writePositions,
  writeShard,
} from '../../model/search/files/terms.ts';
import type { PlacedTerm } from './gather.ts';
import type { FormsInTexts } from './index-words.ts';

/** Estimated bytes of a file of words, before it is packed to about half. */
const SIZE = 8_000;

/** The word files of an index, the files of places that go with them, and where each begins. */
export interface WordFiles {
  readonly firsts: readonly string[];
  /** Bytes that are made when they are asked for. */
  readonly files: readonly {
    readonly words: () => Uint8Array<ArrayBuffer>;
    readonly positions: () => Uint8Array<ArrayBuffer>;
  }[];
}

/** A form in the file where it is looked for, or in that of its term. */
type Filed = readonly [form: string, place: FormPlace];

/**
 * Lays terms out in files, in the order of their forms, so that one file answers for one word.
 *
 * @param isName by number of the form
 */
export function wordFiles(
  terms: readonly PlacedTerm[],
  { texts, sorted }: FormsInTexts,
  isName: (form: number) => boolean,
): WordFiles {
  const ranks = new Uint32Array(texts.length);
  for (const [rank, form] of sorted.entries()) ranks[form] = rank;
  const { firsts, files } = cutToFiles(terms, ranks, sorted.length);
  const filed = files.map((): Filed[] => []);
  // Where the term of each form stands, in the order of the alphabet.
  const [shards, places] = [new Uint32Array(sorted.length), new Uint32Array(sorted.length)];
  for (const [shard, placed] of files.entries()) {
    for (const [term, { forms, numbers }] of placed.entries()) {
      const [key = ''] = forms;
      if (numbers.length === 0) filed[shard]?.push([key, { term, isName: false }]);
      for (const form of numbers) {
        shards[ranks[form] ?? 0] = shard;
        places[ranks[form] ?? 0] = term;
      }
    }
  }
  let home = 0;
  for (const [rank, number] of sorted.entries()) {
    const form = texts[number] ?? '';
    while (home + 1 < firsts.length && (firsts[home + 1] ?? '') <= form) home++;
    const [shard = 0, term = 0] = [shards[rank], places[rank]];
    const name = { isName: isName(number) };
    filed[home]?.push([form, home === shard ? { term, ...name } : { shard, ...name }]);
    if (home !== shard) filed[shard]?.push([form, { term, ...name }]);
  }
  return {
    firsts,
    files: files.map((placed, shard) => ({
      words: () => writeShard({ forms: formsOf(filed[shard]), terms: placed.map((p) => p.term()) }),
      positions: () =>
        writePositions(placed.map((one) => ({ counts: one.term().counts, places: one.places() }))),
    })),
  };
}

function formsOf(filed: readonly Filed[] = []): Shard['forms'] {
  return new Map(filed);
}

/** Files of about one size, and the first form of each. */
function cutToFiles(
  terms: readonly PlacedTerm[],
  ranks: Uint32Array,
  count: number,
): { firsts: string[]; files: PlacedTerm[][] } {
  const files: PlacedTerm[][] = [];
  const firsts: string[] = [];
  let room = 0;
  for (const { placed, first } of inAlphabet(terms, ranks, count)) {
    const size = sizeOf(placed);
    if (files.length === 0 || (room < size && room < SIZE / 2) || room <= 0) {
      files.push([]);
      firsts.push(first);
      room = SIZE;
    }
    files.at(-1)?.push(placed);
    room -= size;
  }
  return { firsts, files };
}

/**
 * Terms in the order of the forms under which they are filed: of a record its key, which sorts before any
 * word, of words the first in the alphabet.
 */
function* inAlphabet(terms: readonly PlacedTerm[], ranks: Uint32Array, count: number) {
  const names = terms.filter(({ numbers }) => numbers.length === 0);
  const keyed = names.map((placed) => ({ placed, first: placed.forms[0] ?? '' }));
  yield* keyed.sort((a, b) => (a.first < b.first ? -1 : 1));
  const byRank = new Array<PlacedTerm | undefined>(count);
  for (const placed of terms) {
    const { numbers } = placed;
    if (numbers.length > 0) byRank[Math.min(...numbers.map((form) => ranks[form] ?? 0))] = placed;
  }
  for (const [rank, placed] of byRank.entries()) {
    if (placed === undefined) continue;
    const at = placed.numbers.findIndex((form) => ranks[form] === rank);
    yield { placed, first: placed.forms[at] ?? '' };
  }
}

function sizeOf({ forms, size }: PlacedTerm): number {
  const letters = forms.reduce((sum, { length }) => sum + length, 0);
  return letters + size * (forms.length > 1 ? 3 : 2);
}
