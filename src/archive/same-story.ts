import { findCarriers } from '../model/same-story/find-carriers.ts';
import { sketchOf } from '../model/same-story/sketch.ts';
import { memoOf } from '../record/memos.ts';
import { type Article, isPublishedWhole } from './articles.ts';
import { packSketch, unpackSketches } from './packed-sketches.ts';

/** An article of another outlet that carries the same story. */
export interface Carrier {
  readonly article: Article;
  /** How many words more it has; negative where it is shorter. */
  readonly longer: number;
  /** Whose page compares it with the article at hand: the later one of the two, if the other is its first. */
  readonly comparison?: string;
}

/** Knows which articles carry the same story. */
export interface SameStory {
  /** The others that carry an article's story, earliest first. */
  readonly carriersOf: (article: Article) => readonly Carrier[];
  /** The earliest of them; undefined where that is the article itself, or nobody else has it. */
  readonly firstOf: (article: Article) => Article | undefined;
}

/** An article's headline and passages, as they are compared. */
export function storyOf({ title, body }: Article): string[] {
  return [title, ...body.blocks.map(({ text }) => text)];
}

/**
 * Finds stories that several outlets carry. Sketches of the texts are remembered from build to build;
 * an article of which a part is withheld takes no part, because its words must not come out here.
 *
 * @param articles oldest first
 */
export function sameStories(articles: readonly Article[]): SameStory {
  let known: Found | undefined;
  const found = (): Found => {
    known ??= find(articles);
    return known;
  };
  const firstOf = ({ id }: Article): Article | undefined => {
    const { carriers, known: all } = found();
    const [first = ''] = carriers.get(id) ?? [];
    const [other, own] = [all.get(first), all.get(id)];
    return other && own && other.at < own.at ? other.article : undefined;
  };
  return {
    firstOf,
    carriersOf(article) {
      const { carriers, known: all } = found();
      return (carriers.get(article.id) ?? []).flatMap((id) => {
        const [other, own] = [all.get(id), all.get(article.id)];
        if (other === undefined || own === undefined) return [];
        const comparison =
          firstOf(other.article) === article
            ? id
            : firstOf(article) === other.article
              ? article.id
              : undefined;
        const longer = other.words - own.words;
        return [
          { article: other.article, longer, ...(comparison !== undefined && { comparison }) },
        ];
      });
    },
  };
}

/** An article that others carry too. */
interface Known {
  readonly article: Article;
  /** Place in the list of all. */
  readonly at: number;
  readonly words: number;
}

interface Found {
  /** Ids of the others, by id. */
  readonly carriers: ReadonlyMap<string, readonly string[]>;
  readonly known: ReadonlyMap<string, Known>;
}

function find(articles: readonly Article[]): Found {
  const memo = memoOf('sketches');
  const whole = articles.filter(isPublishedWhole);
  const sketches = unpackSketches(
    whole.map((article) =>
      memo.get(article.id, article.key, () =>
        packSketch(sketchOf(article.body.blocks.map(({ text }) => text).join(' '))),
      ),
    ),
  );
  const carried = whole.flatMap(({ id, outlet, bounds }, at) => {
    const sketch = sketches[at];
    return sketch ? [{ id, outlet: outlet.id, sketch, ...bounds }] : [];
  });
  const carriers = findCarriers(carried);
  const known = new Map<string, Known>();
  for (const [at, article] of articles.entries()) {
    if (carriers.has(article.id)) known.set(article.id, { article, at, words: 0 });
  }
  for (const { id, sketch } of carried) {
    const one = known.get(id);
    if (one) known.set(id, { ...one, words: sketch.words });
  }
  return { carriers, known };
}
