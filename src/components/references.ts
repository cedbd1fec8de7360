import { coins } from '../formats/citation/coins.ts';
import { citationOfPage } from '../formats/reference/citation-record.ts';
import { attribute, html, type Markup } from '../model/html.ts';

/** What reference managers read off a list: an empty element for each of its articles. */
export function references(
  articles: readonly Parameters<typeof citationOfPage>[0][],
  archive: Parameters<typeof citationOfPage>[1],
): Markup {
  const titles = articles.map((article) => coins(citationOfPage(article, archive)));
  return html`${titles.map((title) => html`<span class="Z3988"${attribute('title', title)}></span>`)}`;
}
