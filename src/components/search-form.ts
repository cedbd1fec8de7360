import { searchAddress } from '../model/address.ts';
import type { Linker } from '../model/article-view.ts';
import { attribute, html, type Markup } from '../model/html.ts';

/** The way into search from every page; without JavaScript it leads to a page that lists other ways. */
export function searchForm(to: Linker): Markup {
  return html`<search> <form class="find"${attribute('action', to(searchAddress()))}> <input type="search" name="q" aria-label="Search the archive" placeholder="Search the archive"> <button type="submit">Search</button> </form> </search>`;
}
