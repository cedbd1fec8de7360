import type { Built } from '../../integrations/build/site-build.ts';
import { countWords } from '../../model/lists/count-words.ts';

/** Addresses named at most. */
const NAMED = 10;

/** What a keeper is told of the files that stood in the folder of the site. */
export function siteWords({ mended, foreign }: Pick<Built, 'mended' | 'foreign'>): string[] {
  const words: string[] = [];
  if (mended.length > 0) {
    words.push(
      `${countWords(mended.length, 'file')} of the published site had been changed or removed since it was built, and ${mended.length === 1 ? 'is' : 'are'} as built again:`,
      ...named(mended),
    );
  }
  if (foreign.length > 0) {
    words.push(
      `Kept ${countWords(foreign.length, 'file')} in the folder of the site that Pressmark did not make:`,
      ...named(foreign),
    );
  }
  return words;
}

function named(addresses: readonly string[]): string[] {
  const more = addresses.length - NAMED;
  return [
    ...addresses.slice(0, NAMED).map((address) => `  ${address}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
