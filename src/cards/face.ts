/** What stands on a card. What has letters that the fonts have not is left out. */
export interface CardFace {
  /** The spine label. */
  readonly mark: {
    readonly lines: readonly string[];
    readonly code: string;
    readonly isAbout: boolean;
  };
  /** Which of the outlet colours the label has. */
  readonly colour: number;
  readonly label: string;
  readonly heading: string;
  readonly line: string;
  /** A count for each year, empty ones too; none, no strip. */
  readonly bars: readonly number[];
  /** First and last year of the strip. */
  readonly from: string;
  readonly to: string;
  readonly archive: string;
  /** Where the archive is. */
  readonly host: string;
}
