import { randomUUID } from 'node:crypto';
import { type LedgerFile, writeLedger } from './ledger-file.ts';
import { ofProcess } from './of-process.ts';

/** A file of the published site that stands as it was left. */
export interface LedgerLine {
  /** Digest of everything that the file shows. */
  readonly key: string;
}

/** The files of the site as it stands, by address from its root. */
export interface StandingFiles extends Iterable<[address: string, line: LedgerLine]> {
  readonly size: number;
  get(address: string): LedgerLine | undefined;
  has(address: string): boolean;
}

/** What the last build left, and which of its files stand so. */
export interface LeftSite {
  readonly ledger: LedgerFile;
  /** For each file 1 where it stands as it was left; waits until that is known. */
  stands(): Uint8Array;
  /** Absolute path of a folder in which every file that stands is linked; waits for the last link. */
  links(): string;
  /** Lets nothing more be linked. */
  stop(): void;
}

/** What the disk says of a file of the new site. */
export type Measure = (address: string) => { size: number; mtimeMs: number } | undefined;

/** What was written of a new site. */
export interface Saved {
  readonly id: string;
  readonly files: number;
}

/**
 * Knows from what each file of the published site was made, so that what would come out alike is
 * kept rather than made again.
 */
export class PageLedger {
  /** The files of the site as it stands; empty when nothing of it can be kept. */
  readonly before: StandingFiles;
  readonly #cache: string;
  readonly #base: string;
  readonly left: LeftSite;
  /** Whether all files of the old site were made from what those of the new one are made from. */
  readonly isOfBase: boolean;
  /** For each file of before 1 where the new site takes it over. */
  readonly #kept: Uint8Array;
  /** The keys of all others. */
  readonly #others = new Map<string, string>();
  #stands: Uint8Array | undefined;

  /**
   * @param cache absolute path of a folder for what may be thrown away
   * @param base digest of what all files are made from: code, templates, settings
   * @param left what somebody changed in the published site is made anew
   */
  constructor(cache: string, base: string, left: LeftSite) {
    this.#cache = cache;
    this.#base = base;
    this.left = left;
    this.isOfBase = left.ledger.base === base;
    this.#kept = new Uint8Array(left.ledger.addresses.count);
    this.before = this.#standing();
  }

  /** Enters a file of the new site. @returns whether the one that stands there is the same */
  isKept(address: string, key: string): boolean {
    const index = this.#find(address);
    const isKept = index !== -1 && this.left.ledger.keys.is(index, key);
    if (index !== -1) this.#kept[index] = isKept ? 1 : 0;
    if (!isKept) this.#others.set(address, key);
    else if (this.#others.size > 0) this.#others.delete(address);
    return isKept;
  }

  /** Addresses of the old site that the new one takes over as they are. */
  kept(): string[] {
    const kept: string[] = [];
    for (const [index, is] of this.#kept.entries()) if (is === 1) kept.push(this.#address(index));
    return kept;
  }

  /** Whether the new site takes a file over as it is. */
  keeps(address: string): boolean {
    const index = this.#find(address);
    return index !== -1 && this.#kept[index] === 1;
  }

  /**
   * Addresses of files that stand as the last build left them, and that the new site does not take over.
   *
   * @param made addresses of files that the new site has of its own
   */
  leaves(made: ReadonlySet<string>): string[] {
    const stands = this.#whatStands();
    const leaves: string[] = [];
    for (const [index, is] of this.#kept.entries()) {
      if (is === 1 || stands[index] !== 1) continue;
      const address = this.#address(index);
      if (!made.has(address)) leaves.push(address);
    }
    return leaves;
  }

  /** The files below a folder that stand as the last build left them. @param folder ends in "/" */
  below(folder: string): [address: string, line: LedgerLine][] {
    const { addresses, keys } = this.left.ledger;
    const stands = this.#whatStands();
    const found: [string, LedgerLine][] = [];
    for (let index = 0; index < stands.length; index++) {
      if (stands[index] !== 1 || !addresses.startsWith(index, folder)) continue;
      found.push([addresses.at(index), { key: keys.at(index) }]);
    }
    return found;
  }

  /** How many files the last build made below a folder, whether or not they still stand there. */
  countBefore(folder: string): number {
    if (!this.isOfBase) return 0;
    const { addresses } = this.left.ledger;
    let count = 0;
    for (let at = 0; at < addresses.count; at++) if (addresses.startsWith(at, folder)) count++;
    return count;
  }

  /**
   * Writes what the finished site is made from, and what the disk says of every file of it.
   *
   * @param measure asks the disk about a file that is not kept; what is not there is left out
   * @param others files that nobody entered
   * @returns the id of what was written, and how many files there are
   */
  save(measure: Measure, others: readonly string[] = []): Saved {
    const entered = new Map(this.#others);
    for (const address of others) {
      if (!entered.has(address) && !this.keeps(address)) entered.set(address, '');
    }
    const fresh = [...entered].flatMap(([address, key]) => {
      const measured = measure(address);
      return measured === undefined ? [] : [{ address, key, ...measured }];
    });
    const { addresses, keys, sizes, mtimes } = this.left.ledger;
    const isKept = (index: number) => this.#kept[index] === 1;
    const numbers = (before: Float64Array, after: number[]): Float64Array => {
      const all = before.filter((_, index) => isKept(index));
      const whole = new Float64Array(all.length + after.length);
      whole.set(all);
      whole.set(after, all.length);
      return whole;
    };
    const id = randomUUID();
    const saved = addresses.with(
      isKept,
      fresh.map(({ address }) => address),
    );
    writeLedger(this.#cache, {
      base: this.#base,
      id,
      addresses: saved,
      keys: keys.with(
        isKept,
        fresh.map(({ key }) => key),
      ),
      sizes: numbers(
        sizes,
        fresh.map(({ size }) => size),
      ),
      mtimes: numbers(
        mtimes,
        fresh.map(({ mtimeMs }) => mtimeMs),
      ),
    });
    return { id, files: saved.count };
  }

  #address(index: number): string {
    return this.left.ledger.addresses.at(index);
  }

  /** Index of a file that stands as it was left; -1 where there is none. */
  #find(address: string): number {
    const stands = this.#whatStands();
    const index = stands.length === 0 ? -1 : this.left.ledger.addresses.find(address);
    return stands[index] === 1 ? index : -1;
  }

  #whatStands(): Uint8Array {
    this.#stands ??= this.isOfBase ? this.left.stands() : new Uint8Array();
    return this.#stands;
  }

  #standing(): StandingFiles {
    const lineOf = (address: string): LedgerLine | undefined => {
      const index = this.#find(address);
      return index === -1 ? undefined : { key: this.left.ledger.keys.at(index) };
    };
    const whatStands = () => this.#whatStands();
    const below = () => this.below('/');
    return {
      get size() {
        return whatStands().reduce((sum, one) => sum + one, 0);
      },
      get: lineOf,
      has: (address) => this.#find(address) !== -1,
      [Symbol.iterator]: () => below()[Symbol.iterator](),
    };
  }
}

const running = ofProcess<PageLedger>('ledger');

/** The ledger of the build that runs; none in development. */
export const currentLedger = running.get;

/** Opens the ledger of a build. */
export const openLedger = running.set;
