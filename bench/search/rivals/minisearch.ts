import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Stored } from '../stored.ts';
import { installed, load } from './folder.ts';

const VERSION = '7.2.0';

interface MiniSearch {
  addAll(documents: readonly object[]): void;
  search(query: string): { id: number }[];
}

interface Module {
  readonly default: new (options: object) => MiniSearch;
}

/** As its documentation advises for search boxes: slips and beginnings of words are found too. */
const OPTIONS = {
  fields: ['title', 'text'],
  storeFields: ['title', 'date', 'outlet', 'source', 'person', 'place', 'topic'],
  searchOptions: { boost: { title: 2 }, fuzzy: 0.2, prefix: true },
};

/** Loads the whole index, which is how it is made to be used; facets are counted over what is found. */
const PAGE = `<!doctype html><html lang="en"><title>s</title><body><ol></ol><dl></dl><script type="module">
import MiniSearch from './minisearch.js';
const q = new URLSearchParams(location.search).get('q');
const index = MiniSearch.loadJSON(await (await fetch('./minisearch.json')).text(), ${JSON.stringify(OPTIONS)});
const found = index.search(q);
for (const { title } of found.slice(0, 10)) document.querySelector('ol').append(Object.assign(document.createElement('li'), { className: 'entry', textContent: title }));
for (const facet of ['outlet', 'source', 'person', 'place', 'topic']) {
  const counts = new Map();
  for (const one of found) for (const value of one[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
  document.querySelector('dl').append(...[...counts].slice(0, 12).map((pair) => Object.assign(document.createElement('dd'), { textContent: pair.join(' ') })));
}
document.title = 'done';
</script>`;

/** Indexes the same texts with MiniSearch, writes a page that loads it, and answers here. */
export async function miniSearchSite(
  articles: readonly Stored[],
  folder: string,
): Promise<(query: string) => number[]> {
  const home = installed('minisearch', VERSION);
  const { default: Index } = await load<Module>(home, 'dist/es/index.js');
  const index = new Index(OPTIONS);
  index.addAll(
    articles.map(({ doc, article, facets }) => ({
      id: doc,
      title: article.title,
      date: article.date,
      text: article.text.join('\n'),
      ...facets,
    })),
  );
  writeFileSync(path.join(folder, 'minisearch.json'), JSON.stringify(index));
  writeFileSync(path.join(folder, 'minisearch.html'), PAGE);
  copyFileSync(path.join(home, 'dist/es/index.js'), path.join(folder, 'minisearch.js'));
  return (query) =>
    index
      .search(query)
      .map(({ id }) => id)
      .slice(0, 10);
}
