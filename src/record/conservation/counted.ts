/**
 * Numbers the articles that are met in files: those of the record first, in its order, then others as they are met.
 */
export class Counted {
  /** Ids by their numbers. */
  readonly ids: string[];
  readonly #numbers: Map<string, number>;

  /** @param ids those of the record */
  constructor(ids: readonly string[]) {
    this.ids = [...ids];
    this.#numbers = new Map(ids.map((id, number) => [id, number]));
  }

  numberOf(id: string): number {
    let number = this.#numbers.get(id);
    if (number === undefined) {
      number = this.ids.push(id) - 1;
      this.#numbers.set(id, number);
    }
    return number;
  }
}
