import { ofProcess } from './of-process.ts';
import type { PublishedSite } from './published-site.ts';

/**
 * Knows from what each file of the published site was made, so that what would come out alike is
 * kept rather than made again.
 */
export class PageLedger {
  /** Digest of what all files are made from: code, templates, settings. */
  readonly base: string;
  readonly site: PublishedSite;
  #isOfBase: boolean;
  readonly #keys = new Map<string, string>();
  readonly #kept = new Set<string>();

  /** @param site what somebody changed in the published site is made anew */
  constructor(base: string, site: PublishedSite) {
    this.base = base;
    this.site = site;
    this.#isOfBase = site.ledger.base === base;
  }

  /** Whether files of the old site can be kept at all. */
  get isOfBase(): boolean {
    return this.#isOfBase;
  }

  /** Has everything be made anew. */
  keepNothing(): void {
    this.#isOfBase = false;
    this.#kept.clear();
  }

  /** Enters a file of the new site. @returns whether the one that stands there is the same */
  isKept(address: string, key: string): boolean {
    const isKept = this.keyBefore(address) === key;
    if (isKept) this.#kept.add(address);
    else this.#kept.delete(address);
    this.#keys.set(address, key);
    return isKept;
  }

  /** Says that a file was made after all: a page of the archive's own has the address of one of ours. */
  wasMade(address: string): void {
    this.#kept.delete(address);
  }

  /** The key of a file that stands as the last build left it. */
  keyBefore(address: string): string | undefined {
    if (!this.#isOfBase || !this.site.stands.has(address)) return undefined;
    return this.site.ledger.files.get(address)?.key;
  }

  /** Addresses of the old site that the new one takes over as they are. */
  get kept(): ReadonlySet<string> {
    return this.#kept;
  }

  /** The key that a file of the new site was entered with; empty for one that nobody entered. */
  keyOf(address: string): string {
    return this.#keys.get(address) ?? '';
  }

  /** The files below a folder that stand as the last build left them. @param folder ends in "/" */
  below(folder: string): [address: string, line: { readonly key: string }][] {
    if (!this.#isOfBase) return [];
    return [...this.site.ledger.files].filter(
      ([address]) => address.startsWith(folder) && this.site.stands.has(address),
    );
  }

  /** How many files the last build made below a folder, whether or not they still stand there. */
  countBefore(folder: string): number {
    if (!this.#isOfBase) return 0;
    return [...this.site.ledger.files.keys()].filter((address) => address.startsWith(folder))
      .length;
  }
}

const running = ofProcess<PageLedger>('ledger');

/** The ledger of the build that runs; none in development. */
export const currentLedger = running.get;

/** Opens the ledger of a build. */
export const openLedger = running.set;
