import { wordsOf } from '../../compile/passage.ts';
import { plainAddress } from '../../model/plain-address.ts';
import { likeness, type Sketch, sketchOf } from '../../model/same-story/sketch.ts';
import type { ArticleEntry } from '../../record/types.ts';
import type { Proposal } from './proposal.ts';

/** Share of common word sequences from which two texts are the same story. */
const SAME_STORY = 0.5;
/** Knows what stands in the archive already, by capture, by address and by text. */
export class Duplicates {
  #articles: ArticleEntry[];
  readonly #sketches = new Map<string, Sketch>();

  constructor(articles: readonly ArticleEntry[]) {
    this.#articles = [...articles];
  }

  /** Follows the archive: from now on these are the articles. */
  follow(articles: readonly ArticleEntry[]): void {
    this.#articles = [...articles];
  }

  /** The article that was made from these very bytes. */
  withCapture(hash: string): ArticleEntry | undefined {
    return this.#articles.find(({ data }) => data.capture.sha256 === hash);
  }

  /** A warning for each article that the proposal repeats. */
  warnings(proposal: Proposal, hash: string): string[] {
    const sketch = sketchOf(proposal.passages.flatMap(wordsOf).join(' '));
    const address = plainAddress(proposal.url);
    return this.#articles.flatMap((article) => {
      const { id, data } = article;
      if (data.capture.sha256 === hash)
        return [`Duplicate: the same capture is in the archive as articles/${id}.`];
      if (address !== undefined && plainAddress(data.url) === address) {
        return [`Duplicate: articles/${id} has the same original address.`];
      }
      const alike = likeness(sketch, this.#sketchOf(article));
      if (alike < SAME_STORY) return [];
      const percent = Math.round(alike * 100);
      return data.outlet === proposal.outlet
        ? [`Duplicate: articles/${id} has nearly the same text (${percent} %).`]
        : [
            `Also carried by ${data.outlet}: articles/${id} has nearly the same text (${percent} %).`,
          ];
    });
  }

  #sketchOf({ id, body }: ArticleEntry): Sketch {
    let sketch = this.#sketches.get(id);
    if (sketch === undefined) {
      sketch = sketchOf(body.blocks.map(({ text }) => text).join(' '));
      this.#sketches.set(id, sketch);
    }
    return sketch;
  }
}
