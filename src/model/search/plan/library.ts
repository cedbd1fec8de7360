import type { Columns } from '../files/columns.ts';
import type { Term } from '../files/terms.ts';
import type { KnownWord } from '../files/vocabulary.ts';
import type { NameDirectory } from '../names/directory.ts';
import type { Corpus } from '../rank/score.ts';

/** A term, and where its words stand when that is asked for. */
export interface PlacedTerm {
  readonly term: Term;
  /** Whether the form asked for is mostly written with a capital. */
  readonly isName: boolean;
  /** Places in each of the term's articles, in their order. */
  readonly places: () => Promise<readonly Uint32Array[]>;
}

/** The files of an index, read when they are needed. */
export interface Library {
  readonly languages: readonly string[];
  readonly columns: Columns;
  readonly corpus: Corpus;
  readonly directory: NameDirectory;
  readonly stopWords: ReadonlySet<string>;
  /** The term of a folded form, or the articles of a record by its `recordForm`. */
  readonly term: (form: string) => Promise<PlacedTerm | undefined>;
  /** Words of the archive that begin with the sound of this one, or all. */
  readonly vocabulary: (near: string | undefined) => Promise<readonly KnownWord[]>;
  /**
   * Words of the archive that have the stem of a typed one in one of its languages; none where no stemmer
   * can be had.
   */
  readonly sameStem: (typed: string) => Promise<readonly KnownWord[]>;
}
