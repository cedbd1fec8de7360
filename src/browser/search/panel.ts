import { drawFilters, filterOptions } from './filters.ts';
import { loadPagefind, type Pagefind, type SearchResult } from './pagefind.ts';
import { drawResult } from './results.ts';
import { FACETS, formatState, parseState, type SearchState, type Sort } from './state.ts';

/** Results drawn at once. */
const PAGE = 10;

/** Brings the search page to life; where the index can't be had, says so and leaves the other ways. */
export function openSearch(panel: HTMLElement): void {
  void new SearchPanel(panel).open();
}

class SearchPanel {
  // The bundle stands in the folder `assets` of the site, wherever that is served from.
  readonly #site = new URL('.', document.location.href);
  readonly #form: HTMLFormElement;
  readonly #query: HTMLInputElement;
  readonly #status: HTMLElement;
  readonly #results: HTMLElement;
  readonly #filters: HTMLFormElement;
  readonly #sort: HTMLElement;
  readonly #more: HTMLButtonElement;
  readonly #otherwise: HTMLElement;
  #pagefind: Pagefind | undefined;
  #state = parseState(location.search);
  #found: SearchResult[] = [];
  #shown = 0;
  #run = 0;

  constructor(panel: HTMLElement) {
    const part = <E extends HTMLElement>(selector: string) => panel.querySelector(selector) as E;
    this.#form = part('form');
    this.#query = part('input[name=q]');
    this.#status = part('[data-status]');
    this.#results = part('[data-results]');
    this.#filters = part('[data-filters]');
    this.#sort = part('[data-sort]');
    this.#more = part('[data-more]');
    this.#otherwise = part('[data-otherwise]');
  }

  async open(): Promise<void> {
    this.#listen();
    this.#show();
    this.#say('Loading the search…');
    try {
      this.#pagefind = await loadPagefind(this.#site);
    } catch {
      this.#fail();
      return;
    }
    this.#otherwise.hidden = true;
    await this.#search();
  }

  #listen(): void {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#go({ ...this.#state, query: this.#query.value.trim() });
    });
    this.#filters.addEventListener('change', () => {
      const form = new FormData(this.#filters);
      const chosen = FACETS.map((facet) => [facet, form.getAll(facet).map(String)] as const);
      void this.#go({
        ...this.#state,
        chosen: Object.fromEntries(chosen.filter(([, ids]) => ids.length > 0)),
      });
    });
    this.#sort.addEventListener('change', (event) => {
      void this.#go({ ...this.#state, sort: (event.target as HTMLSelectElement).value as Sort });
    });
    this.#more.addEventListener('click', () => void this.#drawMore(this.#run));
    addEventListener('popstate', () => {
      this.#state = parseState(location.search);
      this.#show();
      void this.#search();
    });
  }

  async #go(state: SearchState): Promise<void> {
    this.#state = state;
    const query = formatState(state);
    history.pushState(null, '', query === '' ? location.pathname : `?${query}`);
    await this.#search();
  }

  #show(): void {
    this.#query.value = this.#state.query;
    const select = this.#sort.querySelector('select');
    if (select) select.value = this.#state.sort;
  }

  async #search(): Promise<void> {
    const pagefind = this.#pagefind;
    if (pagefind === undefined) return;
    const run = ++this.#run;
    const { query, sort } = this.#state;
    try {
      const all = await pagefind.filters();
      const filters = filterOptions(this.#state, all);
      const empty = query === '' && Object.keys(filters).length === 0;
      const order = sort === '' ? (query === '' ? 'newest' : '') : sort;
      const response = await pagefind.search(query === '' ? null : query, {
        filters,
        ...(order !== '' && { sort: { date: order === 'newest' ? 'desc' : 'asc' } }),
      });
      if (run !== this.#run) return;
      this.#found = response.results;
      this.#results.replaceChildren();
      this.#shown = 0;
      drawFilters(this.#filters, response.filters, this.#state);
      this.#filters.hidden = false;
      this.#results.hidden = this.#found.length === 0;
      this.#sort.hidden = this.#found.length < 2;
      this.#sayCount(empty);
      await this.#drawMore(run);
    } catch {
      if (run === this.#run) this.#fail();
    }
  }

  async #drawMore(run: number): Promise<void> {
    const next = this.#found.slice(this.#shown, this.#shown + PAGE);
    const data = await Promise.all(next.map((result) => result.data()));
    if (run !== this.#run) return;
    const items = data.map((one) => drawResult(one, this.#site));
    const first = this.#shown > 0 ? items[0]?.querySelector('a') : undefined;
    this.#results.append(...items);
    this.#shown += next.length;
    this.#more.hidden = this.#shown >= this.#found.length;
    first?.focus();
  }

  #sayCount(empty: boolean): void {
    const count = this.#found.length;
    const articles = count === 1 ? '1 article' : `${count} articles`;
    if (count > 0) {
      this.#say(
        empty ? `All ${articles}, newest first. Type words, or narrow them.` : `${articles} found.`,
      );
      this.#otherwise.hidden = true;
      return;
    }
    this.#say(
      `No article holds all of these words${Object.keys(this.#state.chosen).length > 0 ? ' within what you chose' : ''}. Try fewer words or another spelling, or one of these ways:`,
    );
    this.#otherwise.hidden = false;
    this.#otherwise.querySelector('p')?.setAttribute('hidden', '');
  }

  #fail(): void {
    this.#say('The search could not be loaded.');
    this.#otherwise.hidden = false;
    this.#otherwise.querySelector('p')?.removeAttribute('hidden');
  }

  #say(words: string): void {
    this.#status.textContent = words;
  }
}
