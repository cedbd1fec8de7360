import type { Refusal } from './refusals.ts';

/** What a component makes of its attributes where that needs nothing but them. */
export interface Rendered {
  readonly html: string;
  /** The words of the record in it, in order; our own labels are not among them. */
  readonly texts: readonly string[];
}

/** The attributes of a component as they were read: plain text. */
export type Attributes = Readonly<Record<string, string>>;

/** A component that a kind of text may use. */
export interface Component {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** What may stand between its tags. One that takes words stands in a line of text, the others between paragraphs. */
  readonly content: 'none' | 'words' | 'blocks';
  /** What is wrong with its attributes beside what is missing or unknown. */
  readonly check?: (attributes: Attributes) => Refusal | undefined;
  /**
   * Writes it, where nothing else has to be known; without it the component is a slot that pages fill.
   *
   * @param anchor id of the element; absent where the element around it has it
   */
  readonly render?: (attributes: Attributes, anchor: string | undefined) => Rendered;
  /** The address that it leads to, from the root of the site: a link is written around its words. */
  readonly address?: (attributes: Attributes) => string;
}

/** Where a link leads, as it is written into the page. */
export interface Target {
  readonly href: string;
  readonly isExternal: boolean;
}

/** What a kind of text may hold. Every kind is data: what no dialect names is refused. */
export interface Dialect {
  /** What such a text is called in messages: “article”. */
  readonly noun: string;
  readonly elements: ReadonlySet<string>;
  readonly components: ReadonlyMap<string, Component>;
  /** Where a link in such a text leads; undefined where it may not lead there. */
  readonly target: (address: string) => Target | undefined;
  /** What to do about a link that leads elsewhere. */
  readonly linkRemedy: string;
  /** What to do about a picture in Markdown. */
  readonly imageRemedy: string;
  /** What can be linked to: every passage by its number, or headings by their words. */
  readonly anchors: 'passages' | 'headings';
  /** Whether bare addresses become links and `~~` strikes out; an archived text is kept as it was written. */
  readonly isOwnText: boolean;
}
