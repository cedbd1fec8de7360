import { fileWith } from '../../model/search/files/head.ts';
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

/** Lays terms out in files, in the order of their forms, so that one file answers for one word. */
export function wordFiles(
  terms: readonly PlacedTerm[],
  isName: (form: string) => boolean,
): WordFiles {
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
  const places = files.map(() => new Map<string, FormPlace>());
  for (const [shard, placed] of files.entries()) {
    for (const [
      term,
      {
        term: { forms },
      },
    ] of placed.entries()) {
      for (const form of forms[0]?.startsWith('\u0001') ? forms.slice(0, 1) : forms) {
        const home = fileWith(firsts, form);
        const name = { isName: isName(form) };
        places[home]?.set(form, home === shard ? { term, ...name } : { shard, ...name });
        if (home !== shard) places[shard]?.set(form, { term, ...name });
      }
    }
  }
  return {
    firsts,
    files: files.map((placed, shard) => ({
      words: () => {
        const forms: Shard['forms'] = new Map(
          [...(places[shard] ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)),
        );
        return writeShard({ forms, terms: placed.map(({ term }) => term) });
      },
      positions: () => writePositions(placed.map(({ positions }) => positions)),
    })),
  };
}

/** The form under which a term is filed: of a record its key, of words the first in the alphabet. */
function firstForm({ term: { forms } }: PlacedTerm): string {
  const [key = ''] = forms;
  return key.startsWith('\u0001') ? key : ([...forms].sort()[0] ?? '');
}

function sizeOf({ term: { forms, docs } }: PlacedTerm): number {
  return forms.join('').length + docs.length * (forms.length > 1 ? 3 : 2);
}
