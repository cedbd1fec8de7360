/** Numbers texts in the order in which they are met. */
export class Numbered {
  readonly texts: string[];
  #numbers: Map<string, number> | undefined;

  /** @param texts that have numbers already, in their order */
  constructor(texts: readonly string[] = []) {
    this.texts = [...texts];
  }

  /** The number of a text; undefined if it has none. */
  find(text: string): number | undefined {
    this.#numbers ??= new Map(this.texts.map((known, number) => [known, number]));
    return this.#numbers.get(text);
  }

  /** The number of a text, a new one if it has none. */
  number(text: string): number {
    const found = this.find(text);
    if (found !== undefined) return found;
    const number = this.texts.push(text) - 1;
    this.#numbers?.set(text, number);
    return number;
  }
}
