import { closeSync, mkdirSync, openSync, writevSync } from 'node:fs';
import path from 'node:path';

/** Writes files below a folder, and makes every folder once. */
export class FileWriter {
  readonly #folder: string;
  readonly #folders = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param bytes in pieces, one after another */
  write(file: string, bytes: readonly Uint8Array[]): void {
    const target = path.join(this.#folder, file);
    const folder = path.dirname(target);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    const descriptor = openSync(target, 'w');
    try {
      writevSync(descriptor, bytes);
    } finally {
      closeSync(descriptor);
    }
  }
}
