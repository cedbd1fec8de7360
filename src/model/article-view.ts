import type { EdtfDate } from './date/edtf.ts';
import type { Kind } from './kinds.ts';

/** An authority record as lists and articles refer to it. */
export interface RecordLink {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** An outlet as the pressmark shows it. */
export interface OutletLink extends RecordLink {
  readonly code: string;
  /** Which of the outlet colours it has: 1 for the outlet with the most articles; 0 for none. */
  readonly colour: number;
}

/** An article as lists show it. */
export interface ArticleSummary {
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly language: string;
  /** Set where the language is written from right to left. */
  readonly dir?: 'rtl';
  readonly date: EdtfDate;
  /** Whether the archive inferred the date. */
  readonly dateSupplied: boolean;
  /** Whether date is inferred, approximate or otherwise not certain to what it says. */
  readonly dateUncertain: boolean;
  readonly outlet: OutletLink;
  readonly outletSupplied: boolean;
  readonly sources: readonly RecordLink[];
  readonly people: readonly RecordLink[];
  readonly places: readonly RecordLink[];
  /** People and places together, those first that the fewest articles name. */
  readonly named: readonly RecordLink[];
  readonly topics: readonly RecordLink[];
}

/** Turns an address from the root of the site into a link from the page at hand. */
export type Linker = (address: string) => string;

/** How many articles stand in one cell of a chart, an outlet each. */
export interface OutletCount {
  readonly outlet: OutletLink;
  readonly certain: number;
  readonly uncertain: number;
}

/** One year of a strip of years. */
export interface YearCount {
  readonly year: string;
  readonly count: number;
  readonly outlets: readonly OutletCount[];
}
