import type { Facet } from '../../model/search/files/columns.ts';
import type { StoredArticle } from '../../model/search/files/head.ts';
import type { Bar } from '../../model/search/histogram.ts';
import type { Stretch } from '../../model/search/marks.ts';
import type { NameRecord } from '../../model/search/names/records.ts';
import type { Choice } from '../../model/search/plan/answer.ts';
import type { Reading, Reason } from '../../model/search/plan/part.ts';
import type { SearchState } from '../../model/search/state.ts';

/** What the page asks of the worker. */
export type Question =
  | {
      readonly kind: 'search';
      readonly state: SearchState;
      readonly from: number;
      readonly count: number;
    }
  | { readonly kind: 'order'; readonly state: SearchState }
  | { readonly kind: 'suggest'; readonly typed: string }
  | { readonly kind: 'marks'; readonly query: string };

/** A result as it is drawn. */
export interface Hit {
  readonly article: Omit<StoredArticle, 'text' | 'keys'>;
  readonly excerpt: readonly Stretch[];
  readonly title: readonly Stretch[];
  /** Why it is found, where that is not plain to see. */
  readonly reasons: readonly Reason[];
  /** Whether it holds every part of the query. */
  readonly isWhole: boolean;
}

/** A part of the query that was read in another way than typed. */
export interface PartRead {
  readonly typed: string;
  readonly reading: Reading;
  readonly found: number;
}

/** A page of results, and everything around it. */
export interface Results {
  readonly total: number;
  readonly whole: number;
  /** How many of those stand before all others. */
  readonly ahead: number;
  readonly some: number;
  readonly articles: number;
  readonly hits: readonly Hit[];
  /** Ids of the first results, to walk from one article to the next. */
  readonly ids: readonly string[];
  readonly parts: readonly PartRead[];
  readonly dropped: readonly string[];
  readonly unknownFields: readonly string[];
  /** Records that the query names, the first three. */
  readonly cards: readonly NameRecord[];
  readonly facets: Readonly<Record<Facet, readonly Choice[]>>;
  readonly bars: readonly Bar[];
}

/** All that is found, by number: articles are numbered as in the files of `/data/`, oldest first. */
export interface Order {
  readonly docs: Uint32Array;
  /** Articles of the whole archive. */
  readonly articles: number;
}

/** Event by which something else on the page asks the panel for all that is found. */
export const ORDER_WANTED = 'order-wanted';

export interface OrderWanted {
  take(order: Promise<Order> | undefined): void;
}

/** A suggestion while typing. */
export interface Suggestion {
  readonly text: string;
  /** What it is: "person", "outlet", "headline". */
  readonly is: string;
  /** Where choosing it leads, from the root of the site; without it, it is searched for. */
  readonly address?: string;
}

export interface Answers {
  readonly search: Results;
  readonly order: Order;
  readonly suggest: readonly Suggestion[];
  readonly marks: readonly (readonly string[])[];
}

/** The first file of the index with the names of others on their way, one of these, or a question. */
export type Message =
  | { readonly head: ArrayBuffer; readonly coming: readonly string[] }
  | { readonly name: string; readonly packed?: ArrayBuffer }
  | { readonly id: number; readonly question: Question };

export type Reply =
  | { readonly id: number; readonly answer: Answers[keyof Answers] }
  | { readonly id: number; readonly error: string };
