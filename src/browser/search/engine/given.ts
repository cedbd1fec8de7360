import { type FetchFile, unpack } from './files.ts';

/** Files that the page has asked for and hands over as they come; all others are fetched. */
export class Given {
  readonly #fetch: FetchFile;
  readonly #coming = new Map<string, Promise<ArrayBuffer | undefined>>();
  readonly #takers = new Map<string, (packed: ArrayBuffer | undefined) => void>();

  constructor(fetch: FetchFile) {
    this.#fetch = fetch;
  }

  expect(names: readonly string[]): void {
    for (const name of names) {
      this.#coming.set(name, new Promise((take) => this.#takers.set(name, take)));
    }
  }

  /** @param packed nothing where the page could not have it */
  take(name: string, packed: ArrayBuffer | undefined): void {
    this.#takers.get(name)?.(packed);
  }

  /** A file is given once; who asks again wants it fetched. */
  readonly fetch: FetchFile = async (name, version) => {
    const coming = this.#coming.get(name);
    this.#coming.delete(name);
    const packed = await coming;
    return packed === undefined ? this.#fetch(name, version) : unpack(packed);
  };
}
