import { createHash } from 'node:crypto';
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

  /** Enters a file that is known by its bytes. @returns the digest of them */
  put(name: string, bytes: Uint8Array): string {
    const key = createHash('sha256').update(bytes).digest('hex');
    if (!this.enter(name, key)) this.write(name, bytes);
    return key;
  }

  /** Enters a file that is known by a key. @returns whether it stands there already */
  enter(name: string, key: string): boolean {
    this.#lines.push(`${name}.bin\t${key}`);
    return this.#standing.get(`${name}.bin`) === key;
  }

  write(name: string, bytes: Uint8Array | string): void {
    // The header's time is left zero and the level is fixed, so that a build gives the same bytes.
    writeFileSync(path.join(this.#folder, `${name}.bin`), gzipSync(bytes, { level: 9 }));
  }

  /** A line a file that was entered. */
  lines(): string {
    return this.#lines.join('\n');
  }
}
