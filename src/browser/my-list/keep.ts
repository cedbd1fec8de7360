import type { CslItem } from '../../formats/citation/csl-json.ts';
import { button, say, siteRoot } from '../cite/elements.ts';
import { creditOf } from './credit.ts';
import { isSame, type Kept, withKept, withoutKept } from './list.ts';
import { onListChange, readList, writeList } from './store.ts';

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

/** The button that puts the search at hand, as it stands when it is pressed, on the reader's list. */
export function keepSearchButton(live: HTMLElement): HTMLElement {
  const press = () => {
    const id = location.search.slice(1);
    const title = new URLSearchParams(id).get('q') || 'All articles';
    const list = readList();
    const next = withKept(list, { kind: 'search', id, title, credit: '', note: '' });
    if (next === list) say(live, 'It is on your list already.');
    else say(live, writeList(next) ? 'On your list.' : FULL);
  };
  return withWay(button('Put on my list', 'Put on my list', press));
}

function toggle(live: HTMLElement, kept: Kept, make: () => Promise<Kept>): HTMLElement {
  let isKept = false;
  const element = button('', '', async () => {
    // What the button says is done, whatever another tab has done since.
    const adding = !isKept;
    try {
      const made = adding ? await make() : kept;
      const list = adding ? withKept(readList(), made) : withoutKept(readList(), kept);
      say(live, writeList(list) ? (adding ? 'On your list.' : 'Off your list.') : FULL);
    } catch {
      say(live, 'It could not be kept, because its citation could not be loaded.');
    }
    look();
  });
  const look = () => {
    isKept = readList().some((other) => isSame(other, kept));
    element.textContent = isKept ? 'Take off my list' : 'Put on my list';
  };
  look();
  onListChange(look);
  return withWay(element);
}

function withWay(element: HTMLElement): HTMLElement {
  const place = document.createElement('p');
  const way = document.createElement('a');
  way.href = new URL('my-list.html', siteRoot()).href;
  way.textContent = 'My list';
  place.append(element, ' ', way);
  return place;
}
