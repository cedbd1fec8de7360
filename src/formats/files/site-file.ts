/** A part of a file that stands in it as it is, whatever stands around it. */
export interface Piece {
  /** Equal keys, equal texts, within one file of one archive. */
  readonly key: string;
  readonly text: () => string;
}

/** A file of the site that is not a page. Its text is made when it is asked for, in pieces. */
export interface SiteFile {
  readonly address: string;
  /** All that the file is made from, beside settings and code; absent where only its text tells. */
  readonly key?: string;
  readonly text: () => Iterable<string>;
  /** The same with keys, where the file is long and grows. */
  readonly pieces?: () => Iterable<Piece>;
}

/** A file that is made at once. */
export function one(address: string, text: () => string, key?: string): SiteFile {
  return { address, ...(key !== undefined && { key }), text: () => [text()] };
}

/** A file that is made piece by piece. */
export function inPieces(address: string, pieces: () => Iterable<Piece>, key: string): SiteFile {
  return {
    address,
    key,
    pieces,
    *text() {
      for (const { text } of pieces()) yield text();
    },
  };
}
