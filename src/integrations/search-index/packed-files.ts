import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Writes the files of an index, packed, but for those that stand on the site already. */
export class PackedFiles {
  readonly #folder: string;
  readonly #standing: ReadonlyMap<string, string>;
  readonly #lines: string[] = [];

  /** @param standing a line a file that stands there: its name, a tab, its key */
  constructor(folder: string, standing: string) {
    this.#folder = folder;
    this.#standing = new Map(
      standing.split('\n').map((line) => line.split('\t') as [string, string]),
    );
  }

  /** Enters a file. @param key digest of what stands in it @returns whether it stands there already */
  enter(name: string, key: string): boolean {
    this.#lines.push(`${name}.bin\t${key}`);
    return this.#standing.get(`${name}.bin`) === key;
  }

  write(name: string, bytes: Uint8Array | string): void {
    // The header's time is left zero and the level is fixed, so that a build gives the same bytes. The
    // highest level takes half as long again and saves one byte of five hundred.
    writeFileSync(path.join(this.#folder, `${name}.bin`), gzipSync(bytes, { level: 6 }));
  }

  /** A line a file that was entered. */
  lines(): string {
    return this.#lines.join('\n');
  }
}
