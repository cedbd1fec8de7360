import { writePositions, writeShard } from '../../model/search/files/terms.ts';
import { FiledForms } from './filed-forms.ts';
import type { PlacedTerm } from './gather.ts';
import type { WordIndex } from './index-words.ts';

/** Estimated bytes of a file of words, before it is packed to about half. */
const SIZE = 6_500;

/** A file of words, and the file of places that goes with it; bytes are made when they are asked for. */
export interface WordFile {
  readonly words: () => Uint8Array<ArrayBuffer>;
  readonly positions: () => Uint8Array<ArrayBuffer>;
}

/** The word files of an index, and where each begins. */
export interface WordFiles {
  readonly firsts: readonly string[];
  readonly files: readonly WordFile[];
}

/**
 * Lays terms out in files, in the order of their forms, so that one file answers for one word.
 *
 * @param isName by number of the form
 */
export function wordFiles(index: WordIndex, isName: (form: number) => boolean): WordFiles {
  const terms = [...index.names, ...index.words];
  const starts = cutToFiles(terms);
  const firsts = starts.map((at) => terms[at]?.first ?? '');
  const filed = new FiledForms(terms, starts, firsts, index.forms);
  return {
    firsts,
    files: starts.map((from, shard) => {
      const placed = terms.slice(from, starts[shard + 1] ?? terms.length);
      return {
        words: () =>
          writeShard({ forms: filed.of(shard, isName), terms: placed.map((one) => one.term()) }),
        positions: () =>
          writePositions(
            placed.map((one) => ({ counts: one.term().counts, places: one.places() })),
          ),
      };
    }),
  };
}

/** Cuts terms to files of about one size. @returns the first term of each */
function cutToFiles(terms: readonly PlacedTerm[]): number[] {
  const starts: number[] = [];
  let room = 0;
  for (const [at, placed] of terms.entries()) {
    const size = sizeOf(placed);
    if (at === 0 || (room < size && room < SIZE / 2) || room <= 0) {
      starts.push(at);
      room = SIZE;
    }
    room -= size;
  }
  return starts;
}

function sizeOf({ forms, size }: PlacedTerm): number {
  let letters = 0;
  for (const form of forms) letters += form.length;
  return letters + size * (forms.length > 1 ? 3 : 2);
}
