import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createIndex, type PagefindIndex } from 'pagefind';
import { countIndexed } from '../../model/search-entry.ts';
import type { SearchDocument } from './document.ts';

/** Pagefind's ready-made interfaces; readers meet ours. */
const UNUSED = [
  ...['pagefind-ui.js', 'pagefind-ui.css', 'pagefind-modular-ui.js', 'pagefind-modular-ui.css'],
  ...['pagefind-highlight.js', 'pagefind-component-ui.js', 'pagefind-component-ui.css'],
];

/**
 * Writes one Pagefind index that holds exactly the documents given.
 *
 * @param folder absolute path that becomes the bundle's folder
 * @throws Error when Pagefind reports a problem, or when the index holds more or fewer documents
 */
export async function writePagefind(
  documents: readonly SearchDocument[],
  folder: string,
): Promise<void> {
  const { index, errors } = await createIndex({ keepIndexUrl: true });
  if (index === undefined) throw failed(errors);
  try {
    await addAll(index, documents);
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw failed(written.errors);
  } finally {
    await index.deleteIndex();
  }
  for (const file of UNUSED) rmSync(path.join(folder, file), { force: true });
  const entry = readFileSync(path.join(folder, 'pagefind-entry.json'), 'utf8');
  const found = countIndexed(entry);
  if (found !== documents.length) {
    throw new Error(
      `The search index holds ${found} articles, the archive ${documents.length}. A search that misses articles without a word is worse than none; nothing was published. Build again, and report it if it stays so.`,
    );
  }
}

/** Documents on their way at once; Pagefind takes them in the order in which they are sent. */
const WINDOW = 256;

async function addAll(index: PagefindIndex, documents: Iterable<SearchDocument>): Promise<void> {
  let sent: Promise<void>[] = [];
  for (const document of documents) {
    sent.push(add(index, document));
    if (sent.length < WINDOW) continue;
    await Promise.all(sent);
    sent = [];
  }
  await Promise.all(sent);
}

async function add(index: PagefindIndex, { url, content }: SearchDocument): Promise<void> {
  const { errors } = await index.addHTMLFile({ url, content });
  if (errors.length > 0) throw failed([`${url}: ${errors.join('; ')}`]);
}

function failed(errors: readonly string[]): Error {
  return new Error(
    `Pagefind could not make its index: ${errors.join('; ')}. Nothing was published.`,
  );
}
