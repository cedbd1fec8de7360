import { likeness, type Sketch, sketchOf } from '../../../model/same-story/sketch.ts';
import type { ArticleEntry } from '../../../record/types.ts';
import type { ContentRule, Finding } from '../finding.ts';
import { lineOfField } from '../place.ts';

/** Share of common word sequences from which two texts of one outlet are one text, as `add` has it. */
const SAME = 0.5;
/** Least hashes by which texts are looked up; two texts half alike share one of so many all but surely. */
const KEYS = 24;
/** Earlier texts with a hash that are looked at; formulas that hundreds of articles have lead to no more. */
const MOST = 4;

/**
 * No outlet has one text twice. The same story in another outlet is none of this: it is shown as such.
 * Each repetition is told once, with the first article that has the text.
 */
export const repeatedRule: ContentRule = ({ folder, record }) => {
  const known = new Known();
  return record.articles.flatMap((article) => {
    const sketch = sketchOf(article.body.blocks.map(({ text }) => text).join(' '));
    const first = known.firstLike(article, sketch);
    if (first !== undefined) return [repeats(article, first.article, first.alike, folder)];
    known.add(article, sketch);
    return [];
  });
};

interface Held {
  readonly article: ArticleEntry;
  readonly sketch: Sketch;
}

/** Texts that repeat no earlier one, by outlet and least hashes and by capture. */
class Known {
  readonly #held = new Map<string, Held[]>();

  add(article: ArticleEntry, sketch: Sketch): void {
    for (const key of keysOf(article, sketch)) {
      const held = this.#held.get(key);
      if (held) held.push({ article, sketch });
      else this.#held.set(key, [{ article, sketch }]);
    }
  }

  firstLike(
    article: ArticleEntry,
    sketch: Sketch,
  ): { article: ArticleEntry; alike: number } | undefined {
    const seen = new Set<Held>();
    for (const key of keysOf(article, sketch)) {
      for (const held of this.#held.get(key)?.slice(0, MOST) ?? []) {
        if (seen.has(held)) continue;
        seen.add(held);
        const alike = likeness(sketch, held.sketch);
        if (alike >= SAME || isSameCapture(article, held.article)) {
          return { article: held.article, alike };
        }
      }
    }
    return undefined;
  }
}

function keysOf({ data }: ArticleEntry, { least }: Sketch): string[] {
  return [data.capture.sha256, ...least.subarray(0, KEYS)].map((key) => `${data.outlet} ${key}`);
}

function isSameCapture(a: ArticleEntry, b: ArticleEntry): boolean {
  return a.data.capture.sha256 === b.data.capture.sha256;
}

function repeats(
  article: ArticleEntry,
  other: ArticleEntry,
  alike: number,
  folder: string,
): Finding {
  const { file } = article;
  const same = isSameCapture(article, other)
    ? 'the same capture'
    : `nearly the same text (${Math.round(alike * 100)} %)`;
  return {
    file,
    advice: true,
    line: lineOfField(folder, file, ['title']),
    what: `${other.file}, of the same outlet, has ${same}.`,
    why: 'Counts and lists show one article as two.',
    remedy:
      'Keep one and give it the other’s address under “aliases”, unless the outlet did publish it twice.',
  };
}
