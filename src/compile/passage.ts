/** A paragraph, a passage of a quotation, or an item of a list. */
interface Words {
  readonly kind: 'paragraph' | 'quote' | 'item';
  readonly text: string;
}

/** A heading inside the article, 1 for the uppermost level. */
interface Heading {
  readonly kind: 'heading';
  readonly text: string;
  readonly level: number;
}

/** What a page prints with a picture. */
interface Figure {
  readonly kind: 'figure';
  /** The caption. */
  readonly text: string;
  readonly credit?: string;
}

/** One passage of an article as plain words, not yet Markdown. */
export type Passage = Words | Heading | Figure;

/** The words of a passage in the order in which the compiler reports them. */
export function wordsOf(passage: Passage): string[] {
  const credit = passage.kind === 'figure' ? passage.credit : undefined;
  return credit === undefined ? [passage.text] : [passage.text, credit];
}
