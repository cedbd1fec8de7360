import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { listFiles } from './content-files.ts';
import { ofProcess } from './of-process.ts';

/** A file of the published site: what it was made from, and what the disk said of it then. */
export interface LedgerLine {
  /** Digest of everything that the file shows. */
  readonly key: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** Files by address from the root of the site. */
export type LedgerLines = ReadonlyMap<string, LedgerLine>;

const FILE = 'pages.bin';

/**
 * Knows from what each file of the published site was made, so that what would come out alike is
 * kept rather than made again.
 */
export class PageLedger {
  /** The files of the site as it stands; empty when nothing of it can be kept. */
  readonly before: LedgerLines;
  readonly #file: string;
  readonly #base: string;
  readonly #written: LedgerLines;
  readonly #now = new Map<string, string>();

  /**
   * @param folder absolute path of a folder for what may be thrown away
   * @param base digest of what all files are made from: code, templates, settings; undefined to ask about
   *   the site that stands, whatever it was made from
   * @param site absolute path of the published site; what somebody changed there is made anew
   */
  constructor(folder: string, base: string | undefined, site: string) {
    this.#file = path.join(folder, FILE);
    this.#base = base ?? '';
    this.#written = readLines(this.#file, base);
    this.before = unchanged(this.#written, site);
  }

  /** Enters a file of the new site. @returns whether the one that stands there is the same */
  isKept(address: string, key: string): boolean {
    this.#now.set(address, key);
    return this.before.get(address)?.key === key;
  }

  /** Addresses of the old site that the new one takes over as they are. */
  kept(): string[] {
    return [...this.#now].filter(([a, key]) => this.before.get(a)?.key === key).map(([a]) => a);
  }

  /** Whether the new site takes a file over as it is. */
  keeps(address: string): boolean {
    const key = this.#now.get(address);
    return key !== undefined && this.before.get(address)?.key === key;
  }

  /** How many files the last build made below a folder, whether or not they still stand there. */
  countBefore(folder: string): number {
    return [...this.#written.keys()].filter((address) => address.startsWith(folder)).length;
  }

  /**
   * Writes what the finished site is made from, and what the disk says of every file of it.
   *
   * @param made absolute path of the folder with what was made anew
   * @param out absolute path of the site, where the rest stands
   * @param others files that nobody entered
   */
  save(made: string, out: string, others: readonly string[] = []): void {
    const lines = new Map<string, LedgerLine>();
    const enter = (address: string, key: string) => {
      const stat =
        statSync(path.join(made, address), { throwIfNoEntry: false }) ??
        statSync(path.join(out, address), { throwIfNoEntry: false });
      if (stat) lines.set(address, { key, size: stat.size, mtimeMs: stat.mtimeMs });
    };
    for (const [address, key] of this.#now) {
      const before = this.before.get(address);
      if (before?.key === key) lines.set(address, before);
      else enter(address, key);
    }
    for (const address of others) if (!this.#now.has(address)) enter(address, '');
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, serialize({ base: this.#base, lines }));
    renameSync(`${this.#file}.new`, this.#file);
  }

  /** Whether every file of the site stands as the last build left it, and no other beside them. */
  isWhole(site: string): boolean {
    const { size } = this.#written;
    return size > 0 && this.before.size === size && listFiles(site).files.length === size;
  }
}

function readLines(file: string, base: string | undefined): LedgerLines {
  try {
    const read = deserialize(readFileSync(file));
    if (base === undefined || read.base === base) return read.lines;
  } catch {
    // None yet, or one that cannot be read: everything is made.
  }
  return new Map();
}

function unchanged(lines: LedgerLines, site: string): LedgerLines {
  const stands = new Map(lines);
  for (const [address, { size, mtimeMs }] of lines) {
    const stat = statSync(site + address, { throwIfNoEntry: false });
    if (stat?.size !== size || stat.mtimeMs !== mtimeMs) stands.delete(address);
  }
  return stands;
}

const running = ofProcess<PageLedger>('ledger');

/** The ledger of the build that runs; none in development. */
export const currentLedger = running.get;

/** Opens the ledger of a build. */
export const openLedger = running.set;
