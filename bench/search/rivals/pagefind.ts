import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createIndex } from 'pagefind';
import type { Stored } from '../stored.ts';

/** As its JavaScript API is used where a page draws results itself: a search, ten results, all filters. */
const API = `<!doctype html><html lang="en"><title>s</title><body><ol></ol><script type="module">
const q = new URLSearchParams(location.search).get('q');
const pagefind = await import('./pagefind/pagefind.js');
const [found] = await Promise.all([pagefind.search(q), pagefind.filters()]);
const first = await Promise.all(found.results.slice(0, 10).map((one) => one.data()));
for (const { excerpt } of first) document.querySelector('ol').append(Object.assign(document.createElement('li'), { className: 'entry', textContent: excerpt }));
document.title = 'done';
</script>`;

/** Its own interface, as its documentation sets it up, with ten results rather than five. */
const UI = `<!doctype html><html lang="en"><title>s</title><link rel="stylesheet" href="./pagefind/pagefind-ui.css">
<script src="./pagefind/pagefind-ui.js"></script><body><div id="search"></div><script>
addEventListener('DOMContentLoaded', () => {
  const ui = new PagefindUI({ element: '#search', showSubResults: false, showImages: false, pageSize: 10 });
  ui.triggerSearch(new URLSearchParams(location.search).get('q'));
  const look = () => {
    if (document.querySelector('.pagefind-ui__filter-panel, .pagefind-ui__filter-block')) document.title = 'done';
    else requestAnimationFrame(look);
  };
  look();
});
</script>`;

/** Indexes the same texts with Pagefind, filters and all, and writes a page for each way of asking. */
export async function pagefindSite(articles: readonly Stored[], folder: string): Promise<void> {
  writeFileSync(path.join(folder, 'pagefind-api.html'), API);
  writeFileSync(path.join(folder, 'pagefind-ui.html'), UI);
  if (existsSync(path.join(folder, 'pagefind', 'pagefind-entry.json'))) return;
  const { index } = await createIndex({});
  if (index === undefined) throw new Error('Pagefind did not start.');
  for (const { article, facets } of articles) {
    const { language: _, ...filters } = facets;
    await index.addCustomRecord({
      url: `/articles/${article.id}.html`,
      content: [article.title, ...article.text].join('\n'),
      language: article.language,
      meta: { title: article.title, date: article.date },
      filters: Object.fromEntries(
        Object.entries(filters).map(([name, values]) => [name, [...values]]),
      ),
    });
  }
  await index.writeFiles({ outputPath: path.join(folder, 'pagefind') });
  await index.deleteIndex();
}
