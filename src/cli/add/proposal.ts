import type { DateSource, Removed } from '../../capture/reading.ts';
import type { Passage } from '../../compile/passage.ts';
import type { CapturePublish, Suppliable } from '../../model/schema/article.ts';
import type { PrivateSummary } from '../../private/find.ts';

/** A record that an entry needs and nobody has made yet. */
export interface NewRecord {
  readonly kind: 'outlets' | 'sources';
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** An entry as it would be written, with all that a person has to know to judge it. */
export interface Proposal {
  readonly title: string;
  readonly date: string;
  readonly dateSource: DateSource | 'inferred';
  /** The words of the page that give the date. */
  readonly dateWords?: string;
  readonly outlet: string;
  readonly source: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly language?: string;
  readonly byline?: string;
  readonly dateline?: string;
  readonly url?: string;
  readonly image?: string;
  readonly capturedAt?: string;
  readonly tool?: string;
  readonly supplied: Readonly<Partial<Record<Suppliable, string>>>;
  readonly passages: readonly Passage[];
  readonly removed: readonly Removed[];
  readonly review: readonly string[];
  readonly newRecords: readonly NewRecord[];
  /** Withdrawn articles that this one repeats, and why it may be added all the same. */
  readonly again?: readonly {
    readonly article: string;
    readonly date: string;
    readonly reason: string;
  }[];
  /** What is private in the capture. */
  readonly finds: readonly PrivateSummary[];
  /** What the person who adds it decided because of that. */
  readonly publish?: CapturePublish;
  /** Ending of the capture's name, with its dot. */
  readonly extension: string;
}
