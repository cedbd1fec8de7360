import type { PrivateKind } from './kinds.ts';

/**
 * What a piece of text is in its container, as far as that says how to read it: the head of a request
 * or of a response, of a record of a web archive, of a message or of a part of one; what a web archive
 * says of itself, the body of a form that was sent, or anything else.
 */
export type Role =
  | 'request-head'
  | 'response-head'
  | 'warc-head'
  | 'warc-info'
  | 'mail-head'
  | 'form'
  | 'text';

/** A text as rules look at it. */
export interface Scanned {
  /** With the escapes of HTML, scripts and addresses undone. */
  readonly text: string;
  /** The same in small letters. */
  readonly lower: string;
  readonly role: Role;
}

/** Something private; `start` and `end` are where in the text it stands. */
export interface Match {
  readonly kind: PrivateKind;
  readonly start: number;
  readonly end: number;
  /** What it is called where it stands: the name of a header or of a parameter. */
  readonly name: string;
}

/** Finds private things of one kind, in time that grows with the text and no faster. */
export type Rule = (scanned: Scanned) => Iterable<Match>;
