import type { Problem } from '../model/problem.ts';
import { readBytes } from './content-files.ts';
import { sha256 } from './hash.ts';
import type { ReadArticle } from './read-articles.ts';
import { type Return, returnWords, WithdrawnTexts } from './withdrawn-texts.ts';

/**
 * What was withdrawn is not published under another name: no article has the capture, the original
 * address or nearly the text of a withdrawn one, unless its entry says why (`again`). Articles that had
 * the same text when the other was withdrawn are `verify`'s to tell: the site without the one must not
 * wait for a decision on the others.
 *
 * @param leftOut entries that are not published because of their problems; what they say of
 *   withdrawn texts counts all the same
 */
export function checkReturned(
  articles: readonly ReadArticle[],
  leftOut: readonly ReadArticle[] = [],
): Problem[] {
  const tombstones = [...articles, ...leftOut].filter(({ data }) => data.access === 'withdrawn');
  const known = new WithdrawnTexts(tombstones);
  const ids = new Set(tombstones.map(({ id }) => id));
  return articles.flatMap((article) => {
    if (article.data.access === 'withdrawn') return [];
    return [
      ...strayExceptions(article, ids),
      ...(known.isEmpty ? [] : returnsOf(article, known))
        .filter(({ tombstone }) => !tombstone.data.withdrawn?.alsoIn?.includes(article.id))
        .map((found) => returned(article, found)),
    ];
  });
}

/**
 * Captures that belong to no article go out with the export of the record all the same; none may be
 * that of a withdrawn article.
 *
 * @param files all of the folder, as paths in it
 */
export function checkReturnedCaptures(
  folder: string,
  files: readonly string[],
  articles: readonly ReadArticle[],
): Problem[] {
  const known = new WithdrawnTexts(articles.filter(({ data }) => data.access === 'withdrawn'));
  if (known.isEmpty) return [];
  const owned = new Set(articles.map(({ data }) => data.capture?.file));
  return files.flatMap((file) => {
    if (!file.startsWith('captures/') || owned.has(file)) return [];
    const bytes = readBytes(folder, file);
    if ('what' in bytes) return [bytes];
    const words = new TextDecoder().decode(bytes).replace(/<[^<>]*>/g, ' ');
    const [found] = known.find({ hash: sha256(bytes), text: known.hasTraces ? [words] : [] });
    if (found === undefined) return [];
    return [
      {
        file,
        what: `This is the capture of a withdrawn article: ${returnWords(found)}.`,
        why: 'It belongs to no article, and would go out with the record all the same.',
        remedy: `Remove it, then run “npm run seal -- ${file}”.`,
      },
    ];
  });
}

/** Withdrawn articles that an article repeats without saying so. */
export function returnsOf(
  { data, entry }: Pick<ReadArticle, 'data' | 'entry'>,
  known: WithdrawnTexts,
): Return[] {
  const meant = new Set(data.again?.map(({ article }) => article));
  const text = known.hasTraces ? (entry?.body.blocks ?? []).map((block) => block.text) : [];
  return known
    .find({ hash: data.capture?.sha256, addresses: [data.url], text })
    .filter(({ tombstone }) => !meant.has(tombstone.id));
}

function returned({ id, file, data, lineOf }: ReadArticle, found: Return): Problem {
  const field = { capture: ['capture', 'sha256'], address: ['url'], text: ['title'] }[found.by];
  const capture = data.capture?.file ?? 'its capture';
  return {
    file,
    line: lineOf(field),
    what: `This is a withdrawn article: ${returnWords(found)}.`,
    why: 'What somebody decided to take down would be published again.',
    remedy: `Run “npm run withdraw -- ${id} --reason "…"”, or remove ${file} and ${capture} if they came in by mistake (with a merge, or a copy). If it may be published all the same, say so in the entry: again: [{ article: ${found.tombstone.id}, date: "2026-01-31", reason: "…" }].`,
  };
}

function strayExceptions(
  { file, data, lineOf }: ReadArticle,
  withdrawn: ReadonlySet<string>,
): Problem[] {
  return (data.again ?? []).flatMap(({ article }, index) =>
    withdrawn.has(article)
      ? []
      : [
          {
            file,
            line: lineOf(['again', index]),
            what: `“again” names ${article}, and there is no withdrawn article of that id.`,
            why: 'An exception that holds for nothing hides a mistake, or would hold for something else later.',
            remedy: 'Correct the id, or remove the line.',
          },
        ],
  );
}
