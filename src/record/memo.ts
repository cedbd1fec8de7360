import { deserialize, serialize } from 'node:v8';
import { bytesOf, doublesIn, integersIn, type Section, textOf } from './packed-file.ts';
import { Pieces } from './pieces.ts';
import { Texts } from './texts.ts';

/** What was worked out under a name, and the key of what it was made from. */
export interface MemoLine {
  readonly key: string;
  readonly value: unknown;
}

/** How many sections of a packed file a memo is. */
export const MEMO_SECTIONS = 6;

/**
 * Remembers from build to build what was worked out, by name, each with the key of what it was made from. A
 * value is unpacked when it is asked for, and packed when it is new: most of what a large archive remembers
 * is neither.
 */
export class Memo {
  readonly before: { get(name: string): MemoLine | undefined };
  readonly #names: Texts;
  readonly #keys: Texts;
  readonly #packed: Pieces;
  readonly #unpacked = new Map<number, unknown>();
  /** For each of before 1 where it was asked for and is as true as it was. */
  readonly #kept: Uint8Array;
  readonly #fresh = new Map<string, MemoLine>();
  #isAsked = false;

  /** @param sections as {@link Memo.sections} gave them */
  constructor(sections: readonly Uint8Array<SharedArrayBuffer>[] = []) {
    const [names, nameEnds, keys, keyEnds, ends, packed] = sections;
    const isWhole = names && nameEnds && keys && keyEnds && ends && packed;
    this.#names = isWhole ? new Texts(textOf(names), integersIn(nameEnds)) : new Texts();
    this.#keys = isWhole ? new Texts(textOf(keys), integersIn(keyEnds)) : new Texts();
    this.#packed = isWhole ? new Pieces(packed, doublesIn(ends)) : new Pieces();
    this.#kept = new Uint8Array(this.#names.count);
    const unpack = (index: number) => this.#valueOf(index);
    this.before = {
      get: (name) => {
        const index = this.#names.find(name);
        if (index === -1) return undefined;
        return {
          key: this.#keys.at(index),
          get value() {
            return unpack(index);
          },
        };
      },
    };
  }

  /**
   * The value remembered under a name, or the one that `make` works out now.
   *
   * @param key digest of all that the value is made from
   */
  get<Value>(name: string, key: string, make: () => Value): Value {
    const fresh = this.#fresh.get(name);
    if (fresh?.key === key) return fresh.value as Value;
    const index = this.#keep(name, key);
    if (index !== -1) return this.#valueOf(index) as Value;
    const value = make();
    this.#fresh.set(name, { key, value });
    return value;
  }

  /** Whether a value is remembered under a name; it will be further then, and is not unpacked for that. */
  keeps(name: string, key: string): boolean {
    return this.#keep(name, key) !== -1;
  }

  /** Whether it is what the last build left. */
  isUnchanged(): boolean {
    return !this.#isAsked || (this.#fresh.size === 0 && this.#kept.every((one) => one === 1));
  }

  /** What is known now, packed. What nobody asked for this time is as true as it was, if nothing was asked for. */
  sections(): Section[] {
    const isKept = (index: number) => !this.#isAsked || this.#kept[index] === 1;
    const fresh = [...this.#fresh].map(
      ([name, { key, value }]) => [name, key, serialize(value)] as const,
    );
    const [ends, values] = this.#packed.with(
      isKept,
      fresh.map(([, , value]) => value),
    );
    return [
      ...this.#names
        .with(
          isKept,
          fresh.map(([name]) => name),
        )
        .sections(),
      ...this.#keys
        .with(
          isKept,
          fresh.map(([, key]) => key),
        )
        .sections(),
      bytesOf(ends),
      values,
    ];
  }

  /** Index of what is remembered, if it was made from the same. */
  #keep(name: string, key: string): number {
    this.#isAsked = true;
    const index = this.#names.find(name);
    if (index === -1) return -1;
    const isKept = this.#keys.is(index, key);
    this.#kept[index] = isKept ? 1 : 0;
    if (isKept && this.#fresh.size > 0) this.#fresh.delete(name);
    return isKept ? index : -1;
  }

  #valueOf(index: number): unknown {
    const known = this.#unpacked.get(index);
    if (known !== undefined) return known;
    const value = deserialize(this.#packed.at(index));
    this.#unpacked.set(index, value);
    return value;
  }
}
