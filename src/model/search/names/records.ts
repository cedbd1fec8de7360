import type { Kind } from '../../kinds.ts';

/** An authority record as searches know it. */
export interface NameRecord {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** Every spelling, the main name first. */
  readonly spellings: readonly string[];
  /** Records of other kinds that bear the same main name, as `kind/id`: an outlet that is a source. */
  readonly twins?: readonly string[];
}

/** The names file: what kind of thing each is, and how it is spelled. */
export interface NamesFile {
  readonly records: readonly NameRecord[];
}

/** How the word file lists the articles of a record. */
export function recordForm({ kind, id }: Pick<NameRecord, 'kind' | 'id'>): string {
  return `\u0001${kind}/${id}`;
}

/** Letters up to which a spelling counts only in the case it is written in ("US" is not "us"). */
const SHORT = 3;

/** Whether a spelling is a short name in capitals, which must not be taken for a common word. */
export function isInitials(spelling: string): boolean {
  const letters = spelling.replace(/\P{L}/gu, '');
  const isCapital = letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  return letters.length <= SHORT && isCapital;
}
