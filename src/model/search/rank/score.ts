import { IN_LEAD, IN_TITLE, type Term } from '../files/terms.ts';

/**
 * Weights of the ranking, which is BM25 (Robertson and Zaragoza 2009) with the fields counted into the
 * frequency. Tuned on one half of the questions under bench/search/questions, reported on the other.
 */
const SATURATION = 1.2;
const LENGTH = 0.65;
const TITLE = 2;
const LEAD = 3;
/** Names say more of what is asked for than other words that are as rare. */
const NAME = 1.3;

/** For the very form that was typed, in units of the term's rarity, among articles that hold every part. */
export const SAME_FORM = 1;
/** As {@link SAME_FORM}, among those that hold some: there it is what they are about that counts. */
export const SAME_FORM_OF_SOME = 0.25;

/** What a ranking needs of an archive. */
export interface Corpus {
  readonly count: number;
  readonly lengths: Uint32Array;
  /** Words in an article on average. */
  readonly average: number;
}

export function corpusOf(lengths: Uint32Array): Corpus {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return {
    count: lengths.length,
    lengths,
    average: Math.max(1, total / Math.max(1, lengths.length)),
  };
}

/** How rare a term is: near 0 where every article holds it. */
export function rarity(docs: number, { count }: Corpus): number {
  return Math.log(1 + (count - docs + 0.5) / (docs + 0.5));
}

/** Scores of a term's articles, side by side with its list. */
export interface TermScores {
  readonly scores: Float32Array;
  /** What an article gains for holding the very form that was typed, before it is weighed. */
  readonly exact: Float32Array;
}

/** How a term is asked for. */
export interface Asked {
  /** Bit of the form that was typed; 0 where none is preferred. */
  readonly bit: number;
  /** Whether it is a name. */
  readonly isName: boolean;
  /** 1 for what was typed, less for what was guessed. */
  readonly weight?: number;
}

/** Scores every article of a term. */
export function scoreTerm(
  term: Term,
  corpus: Corpus,
  { bit, isName, weight = 1 }: Asked,
): TermScores {
  const { docs, counts, fields, masks } = term;
  const rare = rarity(docs.length, corpus) * weight * (isName ? NAME : 1);
  const scores = new Float32Array(docs.length);
  const exact = new Float32Array(docs.length);
  for (let at = 0; at < docs.length; at++) {
    const field = fields[at] ?? 0;
    const frequency =
      Math.max(1, counts[at] ?? 0) + (field & IN_TITLE ? TITLE : 0) + (field & IN_LEAD ? LEAD : 0);
    const length = (corpus.lengths[docs[at] ?? 0] ?? 0) / corpus.average;
    scores[at] =
      (rare * frequency * (SATURATION + 1)) /
      (frequency + SATURATION * (1 - LENGTH + LENGTH * length));
    if (bit !== 0 && ((masks[at] ?? 0) & bit) !== 0) exact[at] = rare;
  }
  return { scores, exact };
}
