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
 */
export function keyWords(terms: readonly PlacedTerm[], lengths: Uint32Array): KeyWords[] {
  const corpus = corpusOf(lengths);
  const heaviest: { word: string; score: number }[][] = Array.from(lengths, () => []);
  for (const { term } of terms) {
    const word = term.forms[0] ?? '';
    if (term.docs.length < 2 || !/^\D{3,}$/.test(word) || word.startsWith('\u0001')) continue;
    const { scores } = scoreTerm(term, corpus, { bit: 0, isName: false });
    for (const [at, doc] of term.docs.entries()) {
      const list = heaviest[doc];
      const score = scores[at] ?? 0;
      if (list === undefined || (list.length === MOST && score <= (list[MOST - 1]?.score ?? 0))) {
        continue;
      }
      let place = list.length;
      while (place > 0 && (list[place - 1]?.score ?? 0) < score) place--;
      list.splice(place, 0, { word, score });
      if (list.length > MOST) list.pop();
    }
  }
  return heaviest.map((list) => {
    const top = list[0]?.score ?? 1;
    return list.map(({ word, score }) => [word, Math.max(1, Math.round((score / top) * 99))]);
  });
}
