import { countWords } from '../../model/lists/count-words.ts';
import { keepSearchButton } from '../my-list/keep.ts';
import { button, download, say, siteRoot, status } from './elements.ts';

const FORMATS = [
  { format: 'ris', name: 'RIS' },
  { format: 'bib', name: 'BibLaTeX' },
  { format: 'json', name: 'CSL-JSON' },
] as const;

/** Fills the box below a search: keep the search, take the results that are shown along. */
export function openResults(box: HTMLElement): void {
  const live = status();
  const buttons = FORMATS.map(({ format, name }) =>
    button(name, `Download the results shown as ${name}`, () => exportShown(format, live)),
  );
  const line = document.createElement('p');
  line.append(...buttons.flatMap((element) => [element, ' ']));
  box.append(live, line, keepSearchButton(live));
}

async function exportShown(format: 'ris' | 'bib' | 'json', live: HTMLElement): Promise<void> {
  const ids = shownIds();
  say(live, 'Collecting the references…');
  const texts = await Promise.all(
    ids.map(async (id) => {
      const address = new URL(`articles/${id}.${format}`, siteRoot());
      const response = await fetch(address).catch(() => undefined);
      return response?.ok ? response.text() : undefined;
    }),
  );
  const found = texts.filter((text) => text !== undefined);
  const lost = ids.length - found.length;
  const text =
    format === 'json'
      ? `${JSON.stringify(found.flatMap((one) => JSON.parse(one)))}\n`
      : found.join('\n');
  if (found.length > 0) download(`results.${format}`, 'text/plain', text);
  say(
    live,
    `${countWords(found.length, 'reference')} downloaded.${lost > 0 ? ` ${lost} could not be loaded.` : ''}`,
  );
}

/** Ids of the articles among the results on the page, in their order. */
function shownIds(): string[] {
  const links = document.querySelectorAll<HTMLAnchorElement>('[data-results] a[href]');
  const ids = [...links].map(
    ({ pathname }) => /\/articles\/(\d{4}\/[a-z0-9-]+)\.html$/.exec(pathname)?.[1],
  );
  return [...new Set(ids.filter((id) => id !== undefined))];
}
