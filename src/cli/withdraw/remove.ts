import { rmSync } from 'node:fs';

/** Removes files and folders; one that can't be removed must not keep a text from being withdrawn. */
export class Remover {
  readonly removed: string[] = [];
  /** What could not be removed. */
  readonly left: string[] = [];

  /** @param file absolute path of a file or a folder */
  remove(file: string): void {
    try {
      // A build may be at work in it, and ends when it finds this.
      rmSync(file, { recursive: true, force: true, maxRetries: 10 });
      this.removed.push(file);
    } catch {
      this.left.push(file);
    }
  }
}
