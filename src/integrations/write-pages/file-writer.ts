import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes files below a folder, each once, and makes every folder once. */
export class FileWriter {
  readonly #folder: string;
  readonly #folders = new Set<string>();
  readonly #files = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @throws Error when the file was written before: two pages claim one address */
  write(file: string, bytes: Uint8Array): void {
    if (this.#files.has(file)) throw new Error(`Two pages claim the address /${file}.`);
    this.#files.add(file);
    const target = path.join(this.#folder, file);
    const folder = path.dirname(target);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    writeFileSync(target, bytes);
  }
}
