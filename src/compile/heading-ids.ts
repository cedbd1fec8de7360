/** Ids that the page around a text has already: the place that “To the content” leads to, and patterns of pictures. */
const TAKEN = ['content', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'];

/** Gives headings ids made of their words, as GitHub does, so that they can be linked to. */
export class HeadingIds {
  readonly #given = new Set<string>();

  /** Every id that was given, in order. */
  get all(): readonly string[] {
    return [...this.#given];
  }

  /** @param words plain text of a heading */
  next(words: string): string {
    const plain = words
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
      .replace(/\s/g, '-');
    const id = plain === '' ? 'part' : plain;
    for (let number = 0; ; number++) {
      const numbered = number === 0 ? id : `${id}-${number}`;
      if (TAKEN.includes(numbered) || this.#given.has(numbered)) continue;
      this.#given.add(numbered);
      return numbered;
    }
  }
}
