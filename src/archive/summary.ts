import { countWords } from '../model/lists/count-words.ts';
import type { Article } from './articles.ts';
import type { Timeline } from './timeline.ts';

/** "5 articles, 2009–2019, from 4 outlets." */
export function summarise(articles: readonly Article[], timeline: Timeline): string {
  const years = [...timeline.years.keys()];
  const outlets = new Set(articles.map(({ outlet }) => outlet.id)).size;
  if (articles.length === 0) return 'No articles yet.';
  const span = years.length === 1 ? years[0] : `${years[0]}–${years.at(-1)}`;
  return `${countWords(articles.length, 'article')}, ${span}, from ${countWords(outlets, 'outlet')}.`;
}
