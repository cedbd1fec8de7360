import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';

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
  readonly #now = new Map<string, string>();

  /**
   * @param folder absolute path of a folder for what may be thrown away
   * @param base digest of what all files are made from: code, templates, settings
   * @param site absolute path of the published site; what somebody changed there is made anew
   */
  constructor(folder: string, base: string, site: string) {
    this.#file = path.join(folder, FILE);
    this.#base = base;
    this.before = unchanged(readLines(this.#file, base), site);
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

  /** How many files of the new site were entered. */
  get entered(): number {
    return this.#now.size;
  }

  /**
   * Writes what the finished site was made from.
   *
   * @param site absolute path of its folder
   */
  save(site: string): void {
    const lines = new Map<string, LedgerLine>();
    for (const [address, key] of this.#now) {
      const before = this.before.get(address);
      if (before?.key === key) lines.set(address, before);
      else {
        const stat = statSync(path.join(site, address), { throwIfNoEntry: false });
        if (stat) lines.set(address, { key, size: stat.size, mtimeMs: stat.mtimeMs });
      }
    }
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, serialize({ base: this.#base, lines }));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function readLines(file: string, base: string): LedgerLines {
  try {
    const read = deserialize(readFileSync(file));
    if (read.base === base) return read.lines;
  } catch {
    // None yet, or one that cannot be read: everything is made.
  }
  return new Map();
}

function unchanged(lines: LedgerLines, site: string): LedgerLines {
  return new Map(
    [...lines].filter(([address, { size, mtimeMs }]) => {
      const stat = statSync(site + address, { throwIfNoEntry: false });
      return stat?.size === size && stat.mtimeMs === mtimeMs;
    }),
  );
}

// As with the record: the process is what Node's modules and Astro's have in common.
const KEY = Symbol.for('pressmark.ledger');
const memory = globalThis as { [KEY]?: PageLedger };

/** The ledger of the build that runs; none in development. */
export function currentLedger(): PageLedger | undefined {
  return memory[KEY];
}

/** Opens the ledger of a build. */
export function openLedger(ledger: PageLedger): PageLedger {
  memory[KEY] = ledger;
  return ledger;
}
