import { dataAddress, type ListFormat } from '../../model/export-address.ts';
import { countWords } from '../../model/lists/count-words.ts';
import { keepSearchButton } from '../my-list/keep.ts';
import { ORDER_WANTED, type Order, type OrderWanted } from '../search/protocol.ts';
import { button, download, say, siteRoot, status } from './elements.ts';
import { pickEntries } from './pick-entries.ts';

/** What all results can be had as: the file of all articles they are taken from, and its type. */
const FORMATS: readonly { format: ListFormat; name: string; whole: string; type: string }[] = [
  {
    format: 'ris',
    name: 'RIS',
    whole: 'articles.ris',
    type: 'application/x-research-info-systems',
  },
  { format: 'bib', name: 'BibLaTeX', whole: 'articles.bib', type: 'application/x-bibtex' },
  { format: 'json', name: 'CSL-JSON', whole: 'articles.csl.json', type: 'application/json' },
  { format: 'csv', name: 'CSV', whole: 'articles.csv', type: 'text/csv' },
];

/** Fills the box below a search: keep the search, take all that it finds along. */
export function openResults(box: HTMLElement): void {
  const live = status();
  const line = document.createElement('p');
  for (const one of FORMATS) {
    line.append(
      button(one.name, `Download all results as ${one.name}`, () => take(one, live)),
      ' ',
    );
  }
  box.append(live, line, keepSearchButton(live));
}

/** The references of all results, in their order, out of the file of all articles. */
async function take(
  { format, name, whole, type }: (typeof FORMATS)[number],
  live: HTMLElement,
): Promise<void> {
  say(live, 'Collecting the references…');
  try {
    const [order, response] = await Promise.all([
      allFound(),
      fetch(new URL(dataAddress(whole).slice(1), siteRoot())),
    ]);
    if (!response.ok) throw new Error(`${response.status}`);
    const { docs, articles } = order;
    if (docs.length === 0) {
      say(live, 'The search finds nothing, so there is nothing to download.');
      return;
    }
    download(`results.${format}`, type, pickEntries(await response.text(), format, docs, articles));
    say(live, `${countWords(docs.length, 'reference')} downloaded as ${name}.`);
  } catch {
    say(
      live,
      'The references could not be loaded. The page “Feeds and data” has those of all articles.',
    );
  }
}

function allFound(): Promise<Order> {
  return new Promise((resolve, reject) => {
    const detail: OrderWanted = {
      take: (order) => (order === undefined ? reject(new Error('No search.')) : resolve(order)),
    };
    const panel = document.querySelector('[data-search]');
    panel?.dispatchEvent(new CustomEvent(ORDER_WANTED, { detail }));
  });
}
