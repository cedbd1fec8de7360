import type { Passage } from '../compile/passage.ts';

/** Where a date was found, surest first. */
export const DATE_SOURCES = ['json-ld', 'meta', 'itemprop', 'time', 'address', 'text'] as const;

export type DateSource = (typeof DATE_SOURCES)[number];

/** A date that a page shows. */
export interface DateFound {
  /** The day, 2019-03-05, or less: 2019-03. */
  readonly date: string;
  /** The day with its time where the page states one: 2019-03-05T17:47. */
  readonly stamp: string;
  readonly source: DateSource;
  /** The words of the page. */
  readonly words: string;
}

/** A stretch of the page that is not part of the article. */
export interface Removed {
  readonly text: string;
  readonly reason: string;
}

/** What was read out of a capture: facts that the page states, and no guess about who is meant. */
export interface Reading {
  readonly title?: string;
  readonly passages: readonly Passage[];
  readonly removed: readonly Removed[];
  /** What a person should look at. */
  readonly doubts: readonly string[];
  /** Surest first. */
  readonly dates: readonly DateFound[];
  readonly byline?: string;
  readonly dateline?: string;
  /** BCP 47 tag, where the page declares one. */
  readonly language?: string;
  /** Original address, where the page or its capture states it. */
  readonly url?: string;
  /** Names that the page gives to who publishes it, likeliest first. */
  readonly publishers: readonly string[];
  readonly image?: string;
  readonly capturedAt?: string;
  readonly tool?: string;
}
