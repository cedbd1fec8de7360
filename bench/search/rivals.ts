import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { CACHE } from '../cache.ts';
import type { Engine } from './in-node.ts';
import { miniSearchSite } from './rivals/minisearch.ts';
import { pagefindSite } from './rivals/pagefind.ts';
import { sqliteSearch } from './sqlite.ts';
import { openSite, storedArticles } from './stored.ts';

/** Other search engines over the texts of a site: a folder with a page for each, and those that answer here. */
export interface Rivals {
  readonly folder: string;
  readonly pages: Readonly<Record<string, string>>;
  readonly engines: Readonly<Record<string, Engine>>;
}

/** Makes the indexes of the others from what our own search files hold. */
export async function rivalsOf(site: string): Promise<Rivals> {
  const articles = await storedArticles(await openSite(site));
  const folder = path.join(CACHE, `search-rivals-${articles.length}`);
  mkdirSync(folder, { recursive: true });
  await pagefindSite(articles, folder);
  const miniSearch = await miniSearchSite(articles, folder);
  const texts = articles.map(({ doc, article: { title, text } }) => ({
    number: doc,
    title,
    paragraphs: text,
  }));
  return {
    folder,
    pages: {
      'Pagefind, its JavaScript API': 'pagefind-api.html',
      'Pagefind, its interface': 'pagefind-ui.html',
      MiniSearch: 'minisearch.html',
    },
    engines: { MiniSearch: miniSearch, 'SQLite FTS5': sqliteSearch(texts) },
  };
}
