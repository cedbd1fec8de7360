import type { CslItem } from '../../formats/citation/csl-json.ts';
import { button, say, siteRoot } from '../cite/elements.ts';
import { creditOf } from './credit.ts';
import { isSame, type Kept, withKept, withoutKept } from './list.ts';
import { readList, writeList } from './store.ts';

const FULL = 'The browser does not let anything be kept here.';

/**
 * The button that puts an article on the reader's list, or takes it off again.
 *
 * @param citation address of the article's citation as text
 */
export function keepButton(citation: URL, live: HTMLElement): HTMLElement {
  const id = /articles\/(.*)\.txt$/.exec(citation.pathname)?.[1] ?? '';
  return toggle(live, { kind: 'article', id, title: '', credit: '', note: '' }, async () => {
    const response = await fetch(new URL(citation.href.replace(/txt$/, 'json')));
    const [item] = (await response.json()) as CslItem[];
    if (item === undefined) throw new Error('No citation.');
    return { kind: 'article', id, title: item.title, credit: creditOf(item), note: '' };
  });
}

/** The button that puts the search at hand on the reader's list. */
export function keepSearchButton(live: HTMLElement): HTMLElement {
  const id = location.search.slice(1);
  const words = new URLSearchParams(id).get('q') || 'All articles';
  const kept: Kept = { kind: 'search', id, title: words, credit: '', note: '' };
  return toggle(live, kept, async () => kept);
}

function toggle(live: HTMLElement, kept: Kept, make: () => Promise<Kept>): HTMLElement {
  const place = document.createElement('p');
  const isKept = () => readList().some((other) => isSame(other, kept));
  const words = () => (isKept() ? 'Take off my list' : 'Put on my list');
  const element = button(words(), words(), async () => {
    try {
      const adding = !isKept();
      const list = adding ? withKept(readList(), await make()) : withoutKept(readList(), kept);
      say(live, writeList(list) ? (adding ? 'On your list.' : 'Off your list.') : FULL);
    } catch {
      say(live, 'It could not be kept, because its citation could not be loaded.');
    }
    element.textContent = words();
  });
  const way = document.createElement('a');
  way.href = new URL('my-list.html', siteRoot()).href;
  way.textContent = 'My list';
  place.append(element, ' ', way);
  return place;
}
