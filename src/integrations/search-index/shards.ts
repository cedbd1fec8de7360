import {
  type FormPlace,
  type Shard,
  writePositions,
  writeShard,
} from '../../model/search/files/terms.ts';
import type { PlacedTerm } from './gather.ts';

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
interface Filed {
  readonly form: string;
  readonly place: FormPlace;
}

/** Lays terms out in files, in the order of their forms, so that one file answers for one word. */
export function wordFiles(
  terms: readonly PlacedTerm[],
  isName: (form: string) => boolean,
): WordFiles {
  const { firsts, files } = cutToFiles(terms);
  const homes = files.flatMap((placed, shard) =>
    placed.flatMap(({ term: { forms } }, term) =>
      (forms[0]?.startsWith('\u0001') ? forms.slice(0, 1) : forms).map((form) => ({
        ...{ form, shard, term },
      })),
    ),
  );
  const filed = files.map((): Filed[] => []);
  let home = 0;
  // In the order of the alphabet, as the files are.
  for (const { form, shard, term } of homes.sort((a, b) => (a.form < b.form ? -1 : 1))) {
    while (home + 1 < firsts.length && (firsts[home + 1] ?? '') <= form) home++;
    const name = { isName: isName(form) };
    filed[home]?.push({ form, place: home === shard ? { term, ...name } : { shard, ...name } });
    if (home !== shard) filed[shard]?.push({ form, place: { term, ...name } });
  }
  return {
    firsts,
    files: files.map((placed, shard) => ({
      words: () => writeShard({ forms: formsOf(filed[shard]), terms: placed.map((p) => p.term) }),
      positions: () =>
        writePositions(placed.map(({ term: { counts }, places }) => ({ counts, places }))),
    })),
  };
}

function formsOf(filed: readonly Filed[] = []): Shard['forms'] {
  return new Map(filed.map(({ form, place }) => [form, place]));
}

/** Files of about one size, and the first form of each. */
function cutToFiles(terms: readonly PlacedTerm[]): { firsts: string[]; files: PlacedTerm[][] } {
  const sorted = terms
    .map((placed) => ({ placed, first: firstForm(placed) }))
    .sort((a, b) => (a.first < b.first ? -1 : 1));
  const files: PlacedTerm[][] = [];
  const firsts: string[] = [];
  let room = 0;
  for (const { placed, first } of sorted) {
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

/** The form under which a term is filed: of a record its key, of words the first in the alphabet. */
function firstForm({ term: { forms } }: PlacedTerm): string {
  const [key = ''] = forms;
  if (key.startsWith('\u0001')) return key;
  let first = key;
  for (const form of forms) if (form < first) first = form;
  return first;
}

function sizeOf({ term: { forms, docs } }: PlacedTerm): number {
  const letters = forms.reduce((sum, { length }) => sum + length, 0);
  return letters + docs.length * (forms.length > 1 ? 3 : 2);
}
