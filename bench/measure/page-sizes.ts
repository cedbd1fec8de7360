import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** The largest pages of a site, compressed as hosts do it (gzip -9); bytes. */
export interface PageSizes {
  readonly pages: number;
  readonly largest: Size;
  /** Of the articles' own pages, without those of their captures. */
  readonly largestArticle: Size;
}

interface Size {
  readonly page: string;
  readonly bytes: number;
}

/** Compresses every page of a site, not a sample. @param folder absolute path of the site */
export function pageSizes(folder: string): PageSizes {
  let [largest, largestArticle] = [NONE, NONE];
  let pages = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.html')) continue;
    const file = path.join(entry.parentPath, entry.name);
    const page = path.relative(folder, file);
    const bytes = gzipSync(readFileSync(file), { level: 9 }).length;
    pages++;
    if (bytes > largest.bytes) largest = { page, bytes };
    const isArticle = /^articles.\d{4}.[a-z0-9-]+\.html$/.test(page);
    if (isArticle && bytes > largestArticle.bytes) largestArticle = { page, bytes };
  }
  return { pages, largest, largestArticle };
}

const NONE: Size = { page: '', bytes: 0 };
