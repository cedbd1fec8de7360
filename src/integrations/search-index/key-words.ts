import { corpusOf, scoreTerm } from '../../model/search/rank/score.ts';
import type { PlacedTerm } from './gather.ts';

/** Key words of an article. */
const MOST = 16;

/** An article's key words with their weights, the heaviest first. */
export type KeyWords = readonly (readonly [word: string, weight: number])[];

/**
 * Finds the words that tell each article most from the others: those that score highest in it. A
 * search compares articles by them (model/search/rank/feedback).
 *
 * @param lengths words in each article
 * @returns the key words of an article by its number
 */
export function keyWords(
  terms: readonly PlacedTerm[],
  lengths: Uint32Array,
): (doc: number) => KeyWords {
  const corpus = corpusOf(lengths);
  const heaviest = new Uint32Array(lengths.length * MOST);
  const scoreOf = new Float32Array(heaviest.length);
  const counts = new Uint8Array(lengths.length);
  for (const [number, { term }] of terms.entries()) {
    const { forms, docs } = term;
    const word = forms[0] ?? '';
    if (docs.length < 2 || !/^\D{3,}$/.test(word) || word.startsWith('\u0001')) continue;
    const { scores } = scoreTerm(term, corpus, { bit: 0, isName: false });
    for (let at = 0; at < docs.length; at++) {
      const doc = docs[at] ?? 0;
      const [first, score] = [doc * MOST, scores[at] ?? 0];
      let place = first + (counts[doc] ?? 0);
      if (place === first + MOST) {
        if (score <= (scoreOf[place - 1] ?? 0)) continue;
        place--;
      } else counts[doc] = (counts[doc] ?? 0) + 1;
      for (; place > first && (scoreOf[place - 1] ?? 0) < score; place--) {
        scoreOf[place] = scoreOf[place - 1] ?? 0;
        heaviest[place] = heaviest[place - 1] ?? 0;
      }
      scoreOf[place] = score;
      heaviest[place] = number;
    }
  }
  return (doc) => {
    const first = doc * MOST;
    const top = scoreOf[first] ?? 1;
    return Array.from({ length: counts[doc] ?? 0 }, (_, at) => [
      terms[heaviest[first + at] ?? 0]?.term.forms[0] ?? '',
      Math.max(1, Math.round(((scoreOf[first + at] ?? 0) / top) * 99)),
    ]);
  };
}
