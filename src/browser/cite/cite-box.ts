import {
  readCitationText,
  type StyledCitation,
} from '../../formats/citation/read-citation-text.ts';
import { ATTRIBUTION } from '../../model/attribution.ts';
import { button, say, status } from './elements.ts';

/** Fills a box: that of an article with its citations in every style, that of a search without one. */
export async function openCite(box: HTMLElement): Promise<void> {
  if (box.querySelector('[role=status]')) return;
  if (!box.dataset['cite']) {
    const { openResults } = await import('./results.ts');
    openResults(box);
    return;
  }
  const live = status();
  box.append(live);
  say(live, 'Loading the citations…');
  const address = new URL(box.dataset['cite'], location.href);
  const { keepButton } = await import('../my-list/keep.ts');
  box.append(keepButton(address, live));
  try {
    const citations = await citationsAt(address);
    box.append(...citations.map((citation) => citationPart(citation, live)), attribution());
    say(live, `The citation in ${citations.length} forms.`);
  } catch {
    say(live, 'The citations could not be loaded. The files above have them.');
  }
}

async function citationsAt(address: URL): Promise<StyledCitation[]> {
  const written = readCitationText(await fetchText(address));
  if (written.length > 0) return written;
  // A large archive leaves the writing to the browser.
  const { writeCitations } = await import('./write-citations.ts');
  return writeCitations(JSON.parse(await fetchText(new URL(address.href.replace(/txt$/, 'json')))));
}

async function fetchText(address: URL): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.text();
}

function citationPart({ style, text }: StyledCitation, live: HTMLElement): HTMLElement {
  const part = document.createElement('section');
  const heading = document.createElement('h3');
  heading.textContent = style;
  const words = document.createElement('p');
  words.textContent = text;
  const copy = button('Copy', `Copy the citation in ${style}`, async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(live, `Copied in ${style}.`);
    } catch {
      getSelection()?.selectAllChildren(words);
      say(live, 'The browser does not allow copying here. The citation is selected: press Ctrl+C.');
    }
  });
  part.append(heading, copy, words);
  return part;
}

/** The link that the licence of what writes the citations asks for. */
function attribution(): HTMLElement {
  const line = document.createElement('p');
  const link = document.createElement('a');
  link.href = ATTRIBUTION.address;
  link.textContent = ATTRIBUTION.phrase;
  line.className = 'meta';
  line.append(link);
  return line;
}
