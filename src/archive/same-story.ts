import { findCarriers } from '../model/same-story/find-carriers.ts';
import { type Sketch, sketchOf } from '../model/same-story/sketch.ts';
import { memoOf } from '../record/memos.ts';
import { type Article, isPublishedWhole } from './articles.ts';

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
  const memo = memoOf('sketches');
  const sketches = new Map<string, Sketch>();
  const texts = articles.filter(isPublishedWhole).map((article) => {
    const { id, key, outlet, bounds } = article;
    const sketch = memo.get(id, key, () =>
      sketchOf(article.body.blocks.map(({ text }) => text).join(' ')),
    );
    sketches.set(id, sketch);
    return { id, outlet: outlet.id, sketch, ...bounds };
  });
  const byId = new Map(articles.map((article, at) => [article.id, { article, at }]));
  const found = findCarriers(texts);
  const firstOf = ({ id }: Article): Article | undefined => {
    const [first] = found.get(id) ?? [];
    const [other, own] = [byId.get(first ?? ''), byId.get(id)];
    return other && own && other.at < own.at ? other.article : undefined;
  };
  return {
    firstOf,
    carriersOf: (article) =>
      (found.get(article.id) ?? []).flatMap((id) => {
        const other = byId.get(id)?.article;
        if (other === undefined) return [];
        const longer = (sketches.get(id)?.words ?? 0) - (sketches.get(article.id)?.words ?? 0);
        const comparison =
          firstOf(other) === article ? id : firstOf(article) === other ? article.id : undefined;
        return [{ article: other, longer, ...(comparison !== undefined && { comparison }) }];
      }),
  };
}
