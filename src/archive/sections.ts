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
  /** Where all of them stand, where they are more. */
  readonly ways: readonly Way[];
}

/** A link with its words. */
export interface Way {
  readonly words: string;
  readonly address: string;
}

/** The way to a search that finds all articles of a section. */
export function inTheSearch(address: string): Way[] {
  return [{ words: 'all of them in the search', address }];
}

/** @param articles oldest first */
export function sectionOf(
  section: Pick<Section, 'id' | 'heading' | 'ways'>,
  articles: readonly Article[],
): Section {
  return { ...section, count: articles.length, articles: articles.slice(-MOST).toReversed() };
}
