import { existsSync } from 'node:fs';
import { type Found, findSentences } from '../sentences/find-sentences.ts';

/** Looks for the words of an article in folders, for as long as there is time for it. */
export class Sentences {
  readonly words: ReadonlySet<string>;
  readonly #until: number;
  /** Folders that could not be searched to the end. */
  readonly unseen: string[] = [];

  /**
   * @param words every run of eight words of the article
   * @param seconds after which nothing more is looked at
   */
  constructor(words: ReadonlySet<string>, seconds = 120) {
    this.words = words;
    this.#until = performance.now() + seconds * 1000;
  }

  /** Whether there is time left to look. */
  get hasTime(): boolean {
    return performance.now() < this.#until;
  }

  /** Whether words of it were seen in a folder. */
  areIn(folder: string): boolean {
    for (const _ of this.foundIn(folder)) return true;
    return false;
  }

  /** Files of a folder in which they stand, with some of them. */
  *foundIn(folder: string, isLeftOut: (file: string) => boolean = () => false): Generator<Found> {
    if (!existsSync(folder)) return;
    try {
      yield* findSentences(folder, this.words, (file) => !this.hasTime || isLeftOut(file));
    } catch {
      // What can't be read must not keep a text from being withdrawn; it is told.
      this.unseen.push(folder);
    }
    if (!this.hasTime) this.unseen.push(folder);
  }
}
