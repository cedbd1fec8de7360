import { openArchive } from '../archive/archive.ts';
import type { Article } from '../archive/articles.ts';
import type { Linker } from '../model/article-view.ts';
import type { GuideSlot } from '../model/guide.ts';

/** What the components of a guide are told of it. */
export interface Guide {
  /** Links from the page that it stands on. */
  readonly to: Linker;
  /** Ids of the articles that it names. */
  readonly articles: readonly string[];
}

/** What every component of a guide gets beside its attributes. */
export interface SlotProps {
  readonly guide: Guide;
  readonly state?: GuideSlot['state'];
}

/** An article by its id; that there is one was checked when the record was read. */
export async function lookUp(id: string): Promise<Article> {
  const { articles, withdrawn } = await openArchive();
  const article = [...articles, ...withdrawn].find((one) => one.id === id);
  if (article === undefined) throw new Error(`The article ${id} was not checked.`);
  return article;
}
