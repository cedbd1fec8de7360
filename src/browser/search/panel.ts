import { FACETS } from '../../model/search/files/columns.ts';
import {
  EMPTY,
  formatState,
  isEmpty,
  parseState,
  type SearchState,
} from '../../model/search/state.ts';
import { SearchClient } from './client.ts';
import { keepResults } from './memory.ts';
import { ORDER_WANTED, type OrderWanted, type Results } from './protocol.ts';
import { adoptStyles } from './styles.ts';
import { attachSuggestions } from './suggest.ts';
import { drawDays, walkDays } from './view/days.ts';
import { element } from './view/element.ts';
import { drawFacets } from './view/facets.ts';
import { drawCards, drawHit, type Place } from './view/results.ts';
import { readings, tally } from './view/words.ts';

/** Results drawn at once. */
const PAGE = 10;

/** Results drawn in one task, so that none is long on a slow processor. */
const TASK = 3;

const FAILED =
  'The search could not be loaded. The connection may be down, or the browser too old or set to block it.';

/** Brings the search page to life; where the index can't be had, says so and leaves the other ways. */
export function openSearch(panel: HTMLElement): void {
  adoptStyles();
  void new SearchPanel(panel).open();
}

/** Lets the page do something else. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

class SearchPanel {
  readonly #panel: HTMLElement;
  readonly #site = new URL('.', document.location.href);
  #client: SearchClient | undefined;
  #state = parseState(location.search);
  #ids: string[] = [];
  #shown = 0;
  #run = 0;

  constructor(panel: HTMLElement) {
    this.#panel = panel;
  }

  #part<E extends HTMLElement>(name: string): E {
    return this.#panel.querySelector(`[data-${name}], [name="${name}"]`) as E;
  }

  async open(): Promise<void> {
    this.#listen();
    this.#show();
    this.#part('live').hidden = false;
    this.#part('otherwise').hidden = true;
    this.#say('Loading the search…');
    try {
      this.#client = new SearchClient(this.#site, this.#state.query);
      attachSuggestions(this.#part<HTMLInputElement>('q'), this.#client, this.#site);
    } catch {
      this.#fail();
      return;
    }
    await this.#search();
  }

  #listen(): void {
    const query = this.#part<HTMLInputElement>('q');
    query.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go({ ...this.#state, query: query.value.replace(/\s+/g, ' ').trim(), match: 'best' });
    });
    this.#part('sort').addEventListener('change', (event) => {
      this.#go({ ...this.#state, sort: (event.target as HTMLSelectElement).value as never });
    });
    const filters = this.#part<HTMLFormElement>('filters');
    filters.addEventListener('submit', (event) => event.preventDefault());
    filters.addEventListener('change', () => this.#go(this.#narrowed()));
    filters.addEventListener('click', (event) => this.#press(event));
    filters.addEventListener('keydown', (event) => {
      if (walkDays(this.#part('bars'), event)) event.preventDefault();
    });
    this.#panel.addEventListener('keydown', (event) => this.#arrows(event));
    this.#part('more').addEventListener('click', () => void this.#more());
    this.#part('steps').addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (link === null) return;
      event.preventDefault();
      this.#go(parseState(new URL(link.href).search));
    });
    this.#panel.addEventListener(ORDER_WANTED, (event) => {
      const { take } = (event as CustomEvent<OrderWanted>).detail;
      take(this.#client?.ask<'order'>({ kind: 'order', state: this.#state }));
    });
    addEventListener('popstate', () => {
      this.#state = parseState(location.search);
      this.#show();
      void this.#search();
    });
  }

  /** The state with what the form now has. */
  #narrowed(): SearchState {
    const form = new FormData(this.#part<HTMLFormElement>('filters'));
    const chosen = FACETS.map((facet) => [facet, form.getAll(facet).map(String).sort()] as const);
    return {
      ...this.#state,
      chosen: Object.fromEntries(chosen.filter(([, ids]) => ids.length > 0)),
      from: String(form.get('from') ?? ''),
      to: String(form.get('to') ?? ''),
    };
  }

  /** A button that leaves a choice out, or a bar of the histogram. */
  #press(event: MouseEvent): void {
    const button = (event.target as Element).closest('button');
    const unit = button?.dataset['unit'];
    if (button === null) return;
    if (unit !== undefined) {
      const { from, to } = this.#state;
      const isSame = from === unit && to === unit;
      const grows = event.shiftKey && from !== '';
      const range = grows
        ? { from: [unit, from].sort()[0] ?? unit, to: [unit, to].sort()[1] ?? unit }
        : isSame
          ? { from: '', to: '' }
          : { from: unit, to: unit };
      this.#go({ ...this.#state, ...range });
      return;
    }
    const facet = FACETS.find((one) => button.name === `-${one}`);
    if (facet === undefined) return;
    const out = new Set(this.#state.excluded[facet]);
    if (!out.delete(button.value)) out.add(button.value);
    const { [facet]: _, ...others } = this.#state.excluded;
    const { [facet]: chosen = [], ...rest } = this.#state.chosen;
    const kept = chosen.filter((id) => !out.has(id));
    this.#go({
      ...this.#state,
      chosen: kept.length > 0 ? { ...rest, [facet]: kept } : rest,
      excluded: out.size > 0 ? { ...others, [facet]: [...out].sort() } : others,
    });
  }

  /** Up and down go from result to result. */
  #arrows(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = [...this.#part('results').querySelectorAll<HTMLElement>('h3 a')];
    const query = this.#part<HTMLInputElement>('q');
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (at < 0 && document.activeElement !== query) {
      return;
    }
    const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
    (links[next] ?? (next < 0 ? query : undefined))?.focus();
    event.preventDefault();
  }

  #go(state: SearchState): void {
    const query = formatState(state);
    if (query !== formatState(this.#state)) {
      history.pushState(null, '', query === '' ? location.pathname : `?${query}`);
    }
    this.#state = state;
    this.#show();
    void this.#search();
  }

  #show(): void {
    const { query, sort, from, to } = this.#state;
    const title = document.title.replace(/^“.*?” · /s, '');
    document.title = query === '' ? title : `“${query}” · ${title}`;
    this.#part<HTMLInputElement>('q').value = query;
    this.#part<HTMLSelectElement>('sort').value = sort;
    this.#part<HTMLInputElement>('from').value = from.length === 10 ? from : '';
    this.#part<HTMLInputElement>('to').value = to.length === 10 ? to : '';
  }

  async #search(): Promise<void> {
    const run = ++this.#run;
    this.#panel.classList.add('busy');
    try {
      const results = await this.#ask(0);
      if (results !== undefined && run === this.#run) await this.#draw(results, run);
    } catch {
      if (run === this.#run) this.#fail();
    } finally {
      if (run === this.#run) this.#panel.classList.remove('busy');
    }
  }

  async #ask(from: number): Promise<Results | undefined> {
    return this.#client?.ask<'search'>({ kind: 'search', state: this.#state, from, count: PAGE });
  }

  /** Draws in several short tasks, so that the page answers in between; says so when all stands. */
  async #draw(results: Results, run: number): Promise<void> {
    this.#ids = [];
    this.#shown = 0;
    this.#part('results').replaceChildren();
    this.#part('found').hidden = false;
    this.#part('cards').replaceChildren(...drawCards(results, this.#place()));
    this.#part('readings').replaceChildren(
      ...readings(results).map((one) => element('li', {}, one)),
    );
    this.#part('steps').replaceChildren(...this.#steps(results));
    this.#part('otherwise').hidden = results.total > 0;
    this.#part('why').hidden = true;
    await this.#append(results, run);
    for (const step of drawFacets(this.#part('facets'), results, this.#state)) {
      await pause();
      if (run !== this.#run) return;
      step();
    }
    await pause();
    if (run !== this.#run) return;
    drawDays(this.#part('bars'), results.bars, this.#state);
    this.#say(tally(results, this.#state));
  }

  /** @returns the first link of what was added */
  async #append(results: Results, run: number): Promise<HTMLElement | undefined> {
    const list = this.#part('results');
    const parting = results.hits.findIndex(({ isWhole }) => !isWhole);
    const isParted = results.ahead > 0 && this.#shown + parting === results.ahead;
    let first: HTMLElement | undefined;
    for (const [at, hit] of results.hits.entries()) {
      if (at > 0 && at % TASK === 0) await pause();
      if (run !== this.#run) return undefined;
      if (isParted && at === parting) {
        list.append(element('li', { class: 'parting' }, 'Not with all of the words'));
      }
      const item = drawHit(hit, this.#place());
      list.append(item);
      first ??= item.querySelector<HTMLElement>('a') ?? undefined;
    }
    this.#shown += results.hits.length;
    this.#ids = [...results.ids];
    this.#part('more').hidden = this.#shown >= results.total;
    keepResults({ search: location.href, query: this.#state.query, ids: this.#ids });
    return first;
  }

  async #more(): Promise<void> {
    const run = this.#run;
    try {
      const results = await this.#ask(this.#shown);
      if (results !== undefined && run === this.#run) (await this.#append(results, run))?.focus();
    } catch {
      this.#fail();
    }
  }

  /** Where one can go from here, as links that are searches themselves. */
  #steps({ total, whole, some, parts }: Results): Node[] {
    const link = (text: string, change: Partial<SearchState>) =>
      element('a', { href: `?${formatState({ ...this.#state, ...change })}` }, text);
    const steps: Node[] = [];
    const { match, chosen, excluded, from, to, query } = this.#state;
    const isNarrowed = !isEmpty({ ...this.#state, query: '' });
    if (match !== 'best')
      steps.push(link('Search with all spellings and forms', { match: 'best' }));
    if (match === 'best' && parts.some(({ reading }) => reading.kind !== 'words')) {
      steps.push(link('Search exactly as typed', { match: 'exact' }));
    }
    if (match === 'best' && whole > 0 && some > 0 && total > whole) {
      steps.push(link(`Only with all words (${whole})`, { match: 'all' }));
    }
    if (match === 'best' && some > 0 && total === whole) {
      steps.push(link(`With any of the words (${whole + some})`, { match: 'any' }));
    }
    if (total === 0 && isNarrowed) {
      steps.push(link('Search without narrowing', { chosen: {}, excluded: {}, from: '', to: '' }));
    } else if (Object.keys({ ...chosen, ...excluded }).length > 0 || from !== '' || to !== '') {
      steps.push(link('Clear what is narrowed', { chosen: {}, excluded: {}, from: '', to: '' }));
    }
    if (total === 0 && query !== '')
      steps.push(element('a', { href: `?${formatState(EMPTY)}` }, 'Show all articles'));
    return steps;
  }

  #place(): Place {
    return { site: this.#site, query: this.#state.query };
  }

  #fail(): void {
    this.#say(FAILED);
    for (const part of ['results', 'cards', 'readings', 'steps', 'facets', 'bars']) {
      this.#part(part).replaceChildren();
    }
    this.#part('more').hidden = true;
    this.#part('otherwise').hidden = false;
    this.#part('why').hidden = false;
  }

  #say(words: string): void {
    this.#part('status').textContent = words;
  }
}
