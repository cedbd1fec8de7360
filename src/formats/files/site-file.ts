/** A long file: pieces in their order, and what stands around and between them. */
export interface Pieces {
  readonly head: string;
  /** Stands between two pieces. */
  readonly joint: string;
  readonly foot: string;
  readonly count: number;
  /** A piece as UTF-8. */
  readonly bytes: (at: number) => Uint8Array;
}

/** A file of the site that is not a page. What stands in it is made when it is asked for. */
export interface SiteFile {
  readonly address: string;
  readonly text: () => Iterable<string>;
}

/** Files that are made from the same: they stay or change together. */
export interface FileGroup {
  /** All that the files are made from, beside settings and code; absent where only their texts tell. */
  readonly key?: () => string;
  readonly addresses: readonly string[];
  /** One for each address, in the same order. */
  readonly files: () => readonly SiteFile[];
}

/** A file that is made at once. */
export function one(address: string, text: () => string): SiteFile {
  return { address, text: () => [text()] };
}

/** A file that is made piece by piece. */
export function inPieces(address: string, pieces: Pieces): SiteFile {
  return { address, text: () => textsOf(pieces) };
}

/** What a file in pieces says, text by text: all of it can be longer than the longest string. */
export function* textsOf({ head, joint, foot, count, bytes }: Pieces): Generator<string> {
  yield head;
  for (let at = 0; at < count; at++) {
    yield `${at === 0 ? '' : joint}${new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes(at))}`;
  }
  yield foot;
}
