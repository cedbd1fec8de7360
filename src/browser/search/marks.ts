import { findMarks, patternsOf } from '../../model/search/marks.ts';
import { wordsOf } from '../../model/search/text/words.ts';
import { SearchClient } from './client.ts';
import { lastResults } from './memory.ts';
import { adoptStyles } from './styles.ts';
import { element } from './view/element.ts';

/**
 * Marks in an article what was searched for, and leads from mark to mark and from result to result.
 *
 * @param query as the address has it
 */
export async function openMarks(query: string): Promise<void> {
  const prose = document.querySelector<HTMLElement>('article .prose');
  if (prose === null) return;
  adoptStyles();
  // The bundle is addressed by the script that every page has, which stands one folder below the root.
  const script = document.querySelector<HTMLScriptElement>('script[src$="assets/start.js"]');
  const site = new URL('..', script?.src ?? document.baseURI);
  const runs = await new SearchClient(site, query).ask<'marks'>({ kind: 'marks', query });
  const title = document.querySelector<HTMLElement>('article h1');
  const patterns = patternsOf(runs);
  const marks = [title, prose].flatMap((root) => (root ? markIn(root, patterns) : []));
  document.body.append(walkBar(marks, query, site));
}

/** Marks the words of every text of an element. */
function markIn(root: HTMLElement, patterns: ReturnType<typeof patternsOf>): HTMLElement[] {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.flatMap((text) => {
    const words = wordsOf(text.data);
    const made: HTMLElement[] = [];
    for (const [first, last] of findMarks(words, patterns).reverse()) {
      const range = document.createRange();
      range.setStart(text, words[first]?.start ?? 0);
      range.setEnd(text, words[last]?.end ?? 0);
      const mark = document.createElement('mark');
      range.surroundContents(mark);
      made.unshift(mark);
    }
    return made;
  });
}

function walkBar(marks: readonly HTMLElement[], query: string, site: URL): HTMLElement {
  let at = -1;
  const place = element('span', { role: 'status' }, countOf(marks.length));
  const go = (step: number) => {
    marks[at]?.classList.remove('here');
    at = (at + step + marks.length) % marks.length;
    marks[at]?.classList.add('here');
    marks[at]?.scrollIntoView({ block: 'center' });
    place.textContent = `${at + 1} of ${marks.length}`;
  };
  const button = (text: string, step: number) => {
    const made = element('button', { type: 'button' }, text);
    made.addEventListener('click', () => go(step));
    return made;
  };
  const kept = lastResults(query);
  const here =
    kept?.ids.findIndex((id) => location.pathname.endsWith(`/articles/${id}.html`)) ?? -1;
  const result = (step: number, text: string) => {
    const id = here < 0 ? undefined : kept?.ids[here + step];
    if (id === undefined) return undefined;
    const url = new URL(`articles/${id}.html`, site);
    url.searchParams.set('q', query);
    return element('a', { href: url.href }, text);
  };
  const back = new URL('search.html', site);
  back.searchParams.set('q', query);
  return element(
    'nav',
    { class: 'walk', 'aria-label': 'Search results' },
    element('a', { href: kept?.search ?? back.href }, `Results for “${query}”`),
    place,
    marks.length > 0 ? button('Next mark', 1) : undefined,
    marks.length > 1 ? button('Previous mark', -1) : undefined,
    result(-1, 'Previous result'),
    result(1, 'Next result'),
  );
}

function countOf(count: number): string {
  if (count === 0) return 'Not in the text itself';
  return count === 1 ? '1 place' : `${count} places`;
}
