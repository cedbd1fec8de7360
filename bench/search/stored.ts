import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type OpenIndex, openIndex } from '../../src/browser/search/engine/open.ts';
import { FACETS, type Facet } from '../../src/model/search/files/columns.ts';
import type { StoredArticle } from '../../src/model/search/files/head.ts';

/** Opens the search files of a built site in this process. */
export function openSite(
  site: string,
  onRead: (bytes: number) => void = () => undefined,
): Promise<OpenIndex> {
  const file = (name: string) => {
    const bytes = readFileSync(path.join(site, 'search', `${name}.bin`));
    onRead(bytes.length);
    return new Uint8Array(gunzipSync(bytes));
  };
  return openIndex(file('head'), async (name) => file(name));
}

/** An article as other search engines get it: the same text, and what it can be narrowed by. */
export interface Stored {
  readonly doc: number;
  readonly article: StoredArticle;
  readonly facets: Readonly<Record<Facet, readonly string[]>>;
}

/** All articles of a built site, oldest first. */
export async function storedArticles({
  library: { columns },
  article,
}: OpenIndex): Promise<Stored[]> {
  const facets = Array.from(
    { length: columns.count },
    () =>
      Object.fromEntries(FACETS.map((facet) => [facet, [] as string[]])) as Record<Facet, string[]>,
  );
  for (const facet of FACETS) {
    for (const { name, docs } of columns.facets[facet]) {
      for (const doc of docs) facets[doc]?.[facet].push(name);
    }
  }
  const all: Stored[] = [];
  for (const [doc, held] of facets.entries()) {
    const stored = await article(doc);
    if (stored) all.push({ doc, article: stored, facets: held });
  }
  return all;
}
