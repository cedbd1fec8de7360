import { rmSync } from 'node:fs';
import path from 'node:path';
import { createIndex, type PagefindIndex } from 'pagefind';
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
 * @throws Error when Pagefind reports a problem, or does not say that it has taken a document in
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
  const { errors, file } = await index.addHTMLFile({ url, content });
  if (errors.length > 0) throw failed([`${url}: ${errors.join('; ')}`]);
  if (file?.url !== url) throw failed([`${url} was not taken in`]);
}

function failed(errors: readonly string[]): Error {
  return new Error(
    `Pagefind could not make its index: ${errors.join('; ')}. Nothing was published.`,
  );
}
