/** Numbers texts in the order in which they are met. */
export class Numbered {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a text; undefined if it has none. */
  find(text: string): number | undefined {
    return this.#numbers.get(text);
  }

  /** The number of a text, a new one if it has none. */
  number(text: string): number {
    const found = this.find(text);
    if (found !== undefined) return found;
    const number = this.texts.push(text) - 1;
    this.#numbers.set(text, number);
    return number;
  }
}
