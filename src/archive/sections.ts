import type { Article } from './articles.ts';

/** Articles shown of one section; the search has the rest. */
const MOST = 12;

/** One count of a picture with the articles behind it. */
export interface Section {
  /** Anchor that the picture's cell links to. */
  readonly id: string;
  readonly heading: string;
  readonly count: number;
  /** The newest of them, newest first. */
  readonly articles: readonly Article[];
  /** Address of a search that finds all of them. */
  readonly search: string;
}

/** @param articles oldest first */
export function sectionOf(
  section: Pick<Section, 'id' | 'heading' | 'search'>,
  articles: readonly Article[],
): Section {
  return { ...section, count: articles.length, articles: articles.slice(-MOST).toReversed() };
}
