/** A spelling to propose in place of a wrong one. */
export interface Proposal {
  readonly spelling: string;
  /** What it then means, as a noun phrase: said where the wrong spelling does not settle that by itself. */
  readonly reading?: string;
}
