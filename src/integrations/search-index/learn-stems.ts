import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createIndex } from 'pagefind';
import { escapeHtml } from '../../model/escape-html.ts';
import { failed } from './pagefind-failed.ts';
import { type LanguageIndex, readPagefind } from './read-pagefind.ts';

/** Words in one document; Pagefind keeps places as small numbers. */
const WORDS = 20_000;

/**
 * Has Pagefind cut words to their stems: they are indexed as texts of nothing but these words, each
 * once, so that an archive costs what its vocabulary costs, however often a word is used.
 *
 * @param words in small letters, with accents; one list a language (BCP 47)
 * @returns for each language word → stem
 * @throws Error when Pagefind fails, or when its index is not of the format that is known
 */
export async function learnStems(
  words: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, Map<string, string>>> {
  const learned = new Map([...words.keys()].map((language) => [language, new Map()]));
  if ([...words.values()].every(({ length }) => length === 0)) return learned;
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-stems-'));
  const { index, errors } = await createIndex({ keepIndexUrl: true });
  if (index === undefined) throw failed(errors);
  try {
    for (const [language, list] of words) {
      for (let at = 0; at < list.length; at += WORDS) {
        const text = list.slice(at, at + WORDS).join(' ');
        const content = `<!doctype html><html lang="${escapeHtml(language)}"><body><p>${escapeHtml(text)}</p></body></html>`;
        const added = await index.addHTMLFile({ url: `/${language}/${at}.html`, content });
        if (added.errors.length > 0) throw failed(added.errors);
      }
    }
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw failed(written.errors);
    for (const one of readPagefind(folder)) readStems(one, learned);
  } finally {
    await index.deleteIndex();
    rmSync(folder, { recursive: true, force: true });
  }
  return learned;
}

/** A document's words by their places, and the language it was given under. */
function readStems(index: LanguageIndex, learned: Map<string, Map<string, string>>): void {
  const pages = index.pages.map(({ url, content }) => ({
    // Pagefind spells languages in its own way; the address has ours.
    stems: learned.get(url.split('/')[1] ?? ''),
    words: content.replace(/\.$/, '').split(' '),
  }));
  for (const { stem, pages: places } of index.words()) {
    for (const { page, locations } of places) {
      for (const location of locations) {
        const word = pages[page]?.words[location];
        if (word !== undefined) pages[page]?.stems?.set(word, stem);
      }
    }
  }
}
