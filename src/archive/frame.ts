import { hostAddress, NOT_FOUND, relativeAddress } from '../model/address.ts';
import type { Frame } from '../model/frame.ts';
import { countWords } from '../model/lists/count-words.ts';
import type { Archive } from './archive.ts';

/** What the page at an address needs of the archive around it. */
export function frameOf(archive: Archive, address: string): Frame {
  const { settings } = archive;
  return {
    address,
    // The page for missing addresses is shown at any depth, where a relative link would lead astray.
    to:
      address === NOT_FOUND
        ? (target) => hostAddress(settings.baseUrl, target)
        : (target) => relativeAddress(address, target),
    settings,
    summary: summarise(archive),
  };
}

/** "5 articles, 2009–2019, from 4 outlets." */
export function summarise({ articles, timeline }: Archive): string {
  const years = [...timeline.years.keys()];
  const outlets = new Set(articles.map(({ outlet }) => outlet.id)).size;
  if (articles.length === 0) return 'No articles yet.';
  const span = years.length === 1 ? years[0] : `${years[0]}–${years.at(-1)}`;
  return `${countWords(articles.length, 'article')}, ${span}, from ${countWords(outlets, 'outlet')}.`;
}
